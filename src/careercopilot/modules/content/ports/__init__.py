"""What content needs from the world, in its own words."""
