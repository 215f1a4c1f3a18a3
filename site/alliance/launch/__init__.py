"""Starting the whole site with one command: web server, worker and scheduler."""
