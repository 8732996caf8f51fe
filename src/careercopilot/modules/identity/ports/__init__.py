"""What identity needs from the world, in its own words."""
