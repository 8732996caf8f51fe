"""Large cities that postings name alone, by country; ``alias=name`` where a short form is common.

A city stands here only where its bare name, in a posting, leaves no doubt.
"""

NAMES = """
AE Dubai, Abu Dhabi, Sharjah
AR Buenos Aires, Córdoba, Rosario
AT Vienna, Wien, Salzburg, Graz, Linz, Innsbruck
AU Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra, Gold Coast
BD Dhaka
BE Brussels, Bruxelles, Brussel, Antwerp, Antwerpen, Ghent, Gent, Leuven
BG Sofia, Plovdiv, Varna
BR São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Porto Alegre, Recife, Florianópolis, Brasília
BR Campinas
CA Toronto, Vancouver, Montreal, Montréal, Calgary, Ottawa, Edmonton, Winnipeg, Mississauga, Waterloo, Burnaby
CA Quebec City
CH Zurich, Zürich, Geneva, Genève, Basel, Bern, Lausanne, Zug
CL Santiago de Chile
CN Shanghai, Beijing, Shenzhen, Guangzhou, Hangzhou, Chengdu, Suzhou, Nanjing
CO Bogotá, Medellín, Cali
CR San José de Costa Rica
CY Nicosia, Limassol
CZ Prague, Praha, Brno, Ostrava
DE Berlin, Munich, München, Hamburg, Cologne, Köln, Frankfurt, Frankfurt am Main, Stuttgart, Düsseldorf
DE Leipzig, Dresden, Nuremberg, Nürnberg, Hannover, Hanover, Bremen, Dortmund, Essen, Bonn, Mannheim
DE Karlsruhe, Heidelberg, Freiburg, Münster, Aachen, Augsburg, Potsdam, Kiel, Mainz
DK Copenhagen, København, Aarhus, Odense
EE Tallinn, Tartu
EG Cairo, Alexandria, Giza
ES Madrid, Barcelona, Valencia, Sevilla, Seville, Málaga, Bilbao, Zaragoza, Alicante
FI Helsinki, Espoo, Tampere, Turku
FR Paris, Lyon, Marseille, Toulouse, Nantes, Bordeaux, Lille, Strasbourg, Rennes, Montpellier, Grenoble, Nice
FR Sophia Antipolis
GB London, Manchester, Edinburgh, Glasgow, Bristol, Leeds, Liverpool, Belfast, Sheffield, Cardiff, Nottingham
GB Oxford, Brighton, Newcastle upon Tyne, Milton Keynes, Reading
GR Athens, Thessaloniki
HK Hong Kong
HR Zagreb, Split
HU Budapest
ID Jakarta, Bandung, Surabaya
IE Dublin, Cork, Galway, Limerick
IL Tel Aviv, Tel-Aviv, Jerusalem, Haifa, Herzliya, Petah Tikva, Be'er Sheva
IN Bangalore, Bengaluru, Mumbai, Delhi, New Delhi, Hyderabad, Chennai, Pune, Gurgaon, Gurugram, Noida, Kolkata
IN Ahmedabad, Kochi, Jaipur, Chandigarh, Indore
IS Reykjavik, Reykjavík
IT Milan, Milano, Rome, Roma, Turin, Torino, Bologna, Florence, Firenze, Naples, Napoli
JP Tokyo, Osaka, Kyoto, Yokohama, Fukuoka, Nagoya
KE Nairobi, Mombasa
KR Seoul, Busan
LT Vilnius, Kaunas
LU Luxembourg City
LV Riga
MA Casablanca, Rabat
MX Mexico City, Ciudad de México, CDMX=Mexico City, Guadalajara, Monterrey, Tijuana
MY Kuala Lumpur, Penang, Cyberjaya
NG Lagos, Abuja
NL Amsterdam, Rotterdam, The Hague, Den Haag, Utrecht, Eindhoven, Groningen, Delft, Leiden, Haarlem
NO Oslo, Bergen, Trondheim, Stavanger
NZ Auckland, Wellington, Christchurch
PE Lima
PH Manila, Makati, Cebu, Taguig, Quezon City
PK Karachi, Lahore, Islamabad
PL Warsaw, Warszawa, Kraków, Krakow, Cracow, Wrocław, Wroclaw, Gdańsk, Gdansk, Poznań, Poznan, Łódź, Lodz
PL Katowice, Szczecin, Lublin
PT Lisbon, Lisboa, Porto, Braga, Coimbra
QA Doha
RO Bucharest, București, Cluj-Napoca, Cluj, Iași, Timișoara, Timisoara
RS Belgrade, Novi Sad
SA Riyadh, Jeddah
SE Stockholm, Gothenburg, Göteborg, Malmö, Malmo, Uppsala, Linköping
SG Singapore
SI Ljubljana
SK Bratislava, Košice
TH Bangkok
TR Istanbul, İstanbul, Ankara, Izmir, İzmir
TW Taipei, Hsinchu
UA Kyiv, Kiev, Lviv, Kharkiv, Odesa
US New York, New York City, NYC=New York City, Brooklyn, San Francisco, SF=San Francisco, Los Angeles, Seattle
US San Francisco Bay Area, Boston, Chicago, Austin, Denver, Atlanta, Miami, Dallas, Houston, San Diego, San Jose
US Philadelphia, Phoenix, Portland, Minneapolis, Detroit, Nashville, Raleigh, Charlotte, Pittsburgh, Salt Lake City
US Las Vegas, Washington DC, Washington D.C., Palo Alto, Mountain View, Menlo Park, Sunnyvale, Santa Clara
US Redwood City, San Mateo, Oakland, Bellevue, Baltimore, Cleveland, Cincinnati, Columbus, Indianapolis
US Kansas City, St. Louis, Tampa, Orlando, San Antonio, Fort Worth, Sacramento, Milwaukee, Jersey City
US Santa Monica, Honolulu
UY Montevideo
VN Ho Chi Minh City, Ho Chi Minh, Hanoi, Da Nang
ZA Cape Town, Johannesburg, Durban, Pretoria
"""
