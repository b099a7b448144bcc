"""The front end: one file a page, a menu made of their cards. Streamlit is known here and in app.py only."""
