"""Names of countries, regions and large cities: tables to read places by."""
