"""Chinese as official documents write it."""
