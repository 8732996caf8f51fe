"""What insights needs from the world, in its own words."""
