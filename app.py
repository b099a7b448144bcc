"""`streamlit run app.py` serves the same application as `termbase serve`."""

import streamlit as st

from termbase.ui.application import parts

app = st.App(**parts())
