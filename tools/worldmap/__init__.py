"""What turns Natural Earth's countries into the map of the page."""
