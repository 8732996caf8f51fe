"""What messaging needs from the world, in its own words."""
