"""What a scan found, for people: text and an HTML page."""
