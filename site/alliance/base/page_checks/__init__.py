"""What a reader would stumble over on a page, found without a browser and kept until mended."""
