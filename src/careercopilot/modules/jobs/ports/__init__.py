"""What jobs needs from the world, in its own words."""
