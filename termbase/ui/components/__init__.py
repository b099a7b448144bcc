"""Components of our own: Python that mounts them, with HTML, CSS and JavaScript in files beside it."""
