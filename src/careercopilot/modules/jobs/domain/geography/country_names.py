"""Countries: ISO 3166-1 alpha-2 code, then the names and abbreviations that postings use, in several languages."""

NAMES = """
AD Andorra
AE United Arab Emirates, UAE, U.A.E., Emirates, ARE
AF Afghanistan, AFG
AG Antigua and Barbuda
AI Anguilla
AL Albania, ALB
AM Armenia, ARM
AO Angola, AGO
AR Argentina, ARG, Argentinien, Argentine
AS American Samoa
AT Austria, AUT, Österreich, Autriche
AU Australia, AUS, Australien
AW Aruba
AZ Azerbaijan, AZE
BA Bosnia and Herzegovina, Bosnia, BIH
BB Barbados, BRB
BD Bangladesh, BGD
BE Belgium, BEL, Belgien, Belgique, België, Bélgica, Belgia
BF Burkina Faso
BG Bulgaria, BGR, Bulgarien
BH Bahrain, BHR
BI Burundi
BJ Benin
BM Bermuda, BMU
BN Brunei
BO Bolivia, BOL
BR Brazil, Brasil, BRA, Brasilien
BS Bahamas, The Bahamas
BT Bhutan
BW Botswana, BWA
BY Belarus, BLR
BZ Belize
CA Canada, CAN, Kanada
CD Democratic Republic of the Congo, DR Congo, DRC
CF Central African Republic
CG Republic of the Congo, Congo
CH Switzerland, CHE, Schweiz, Suisse, Svizzera, Suiza, Szwajcaria
CI Côte d'Ivoire, Ivory Coast
CL Chile, CHL
CM Cameroon, CMR
CN China, CHN, Mainland China, People's Republic of China, PRC
CO Colombia, COL, Kolumbien
CR Costa Rica, CRI
CU Cuba
CV Cape Verde, Cabo Verde
CW Curaçao
CY Cyprus, CYP, Zypern
CZ Czechia, Czech Republic, CZE, Tschechien, Česko, Czechy
DE Germany, DEU, Deutschland, Allemagne, Alemania, Niemcy, Federal Republic of Germany
DJ Djibouti
DK Denmark, DNK, Danmark, Dänemark
DM Dominica
DO Dominican Republic, DOM, República Dominicana
DZ Algeria, DZA
EC Ecuador, ECU
EE Estonia, EST, Eesti, Estland
EG Egypt, EGY, Ägypten
ER Eritrea
ES Spain, ESP, España, Spanien, Espagne, Hiszpania
ET Ethiopia, ETH
FI Finland, FIN, Suomi, Finnland
FJ Fiji
FO Faroe Islands
FR France, FRA, Frankreich, Francia, Francja
GA Gabon
GB United Kingdom, UK, U.K., GBR, Great Britain, Britain, England, Scotland, Wales, Northern Ireland
GB Vereinigtes Königreich, Royaume-Uni, Reino Unido, Wielka Brytania
GD Grenada
GE Republic of Georgia, GEO
GF French Guiana
GG Guernsey
GH Ghana, GHA
GI Gibraltar, GIB
GL Greenland
GM Gambia, The Gambia
GN Guinea
GP Guadeloupe
GR Greece, GRC, Griechenland, Grecia
GT Guatemala, GTM
GU Guam
GY Guyana
HK Hong Kong, HKG, Hong Kong SAR, Hong Kong S.A.R.
HN Honduras, HND
HR Croatia, HRV, Kroatien
HT Haiti
HU Hungary, HUN, Ungarn, Węgry
ID Indonesia, IDN
IE Ireland, IRL, Republic of Ireland, Éire, Irland
IL Israel, ISR
IM Isle of Man
IN India, IND, Indien
IQ Iraq, IRQ
IR Iran
IS Iceland, ISL, Island
IT Italy, ITA, Italia, Italien, Italie, Włochy
JE Jersey
JM Jamaica, JAM
JO Jordan, JOR
JP Japan, JPN
KE Kenya, KEN
KG Kyrgyzstan, KGZ
KH Cambodia, KHM
KN Saint Kitts and Nevis
KR South Korea, Korea, KOR, Republic of Korea, Südkorea
KW Kuwait, KWT
KY Cayman Islands, CYM
KZ Kazakhstan, KAZ
LA Laos
LB Lebanon, LBN
LC Saint Lucia
LI Liechtenstein, LIE
LK Sri Lanka, LKA
LR Liberia
LS Lesotho
LT Lithuania, LTU, Lietuva, Litauen
LU Luxembourg, LUX, Luxemburg
LV Latvia, LVA, Lettland
LY Libya
MA Morocco, MAR, Maroc, Marokko
MC Monaco
MD Moldova, MDA
ME Montenegro, MNE
MG Madagascar
MK North Macedonia, Macedonia, MKD
ML Mali
MM Myanmar, MMR
MN Mongolia, MNG
MO Macau, Macao
MQ Martinique
MR Mauritania
MT Malta, MLT
MU Mauritius, MUS
MV Maldives
MW Malawi
MX Mexico, México, MEX, Mexiko
MY Malaysia, MYS
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NG Nigeria, NGA
NI Nicaragua, NIC
NL Netherlands, The Netherlands, NLD, Nederland, Holland, Niederlande, Pays-Bas, Países Bajos, Holandia
NO Norway, NOR, Norge, Norwegen
NP Nepal, NPL
NZ New Zealand, NZL, Neuseeland, Aotearoa
OM Oman, OMN
PA Panama, Panamá, PAN
PE Peru, Perú, PER
PG Papua New Guinea
PH Philippines, The Philippines, PHL, Philippinen
PK Pakistan, PAK
PL Poland, POL, Polska, Polen, Pologne, Polonia
PR Puerto Rico, PRI
PS Palestine
PT Portugal, PRT
PY Paraguay, PRY
QA Qatar, QAT
RE Réunion
RO Romania, ROU, Rumänien, România
RS Serbia, SRB, Serbien
RU Russia, RUS, Russian Federation
RW Rwanda, RWA
SA Saudi Arabia, KSA, SAU, Kingdom of Saudi Arabia
SC Seychelles
SD Sudan
SE Sweden, SWE, Sverige, Schweden
SG Singapore, SGP, Singapur
SI Slovenia, SVN, Slowenien
SK Slovakia, SVK, Slovak Republic, Slowakei
SL Sierra Leone
SN Senegal, SEN
SO Somalia
SR Suriname
SV El Salvador, SLV
SY Syria
SZ Eswatini
TH Thailand, THA
TJ Tajikistan
TM Turkmenistan
TN Tunisia, TUN, Tunisie
TR Turkey, Türkiye, TUR, Türkei
TT Trinidad and Tobago, TTO
TW Taiwan, TWN
TZ Tanzania, TZA
UA Ukraine, UKR
UG Uganda, UGA
US United States, United States of America, USA, US, U.S., U.S.A., U.S, U.S.A, the US, the USA
US Vereinigte Staaten, États-Unis, Estados Unidos
UY Uruguay, URY
UZ Uzbekistan, UZB
VE Venezuela, VEN
VG British Virgin Islands
VI US Virgin Islands
VN Vietnam, Viet Nam, VNM
XK Kosovo
YE Yemen
ZA South Africa, ZAF, RSA, Südafrika
ZM Zambia, ZMB
ZW Zimbabwe, ZWE
"""
