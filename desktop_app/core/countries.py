"""Countries as people write them in lists, turned into ISO 3166 alpha-2 codes."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

# Code, alpha-3 code and names in English, German, the country's own language, and other short
# forms; accents, case and punctuation do not matter. Single letters are the plates of cars.
_TABLE = """
AD AND Andorra
AE ARE United Arab Emirates|Vereinigte Arabische Emirate|UAE|VAE
AF AFG Afghanistan
AG ATG Antigua and Barbuda|Antigua und Barbuda
AI AIA Anguilla
AL ALB Albania|Albanien|Shqipëria
AM ARM Armenia|Armenien
AO AGO Angola
AR ARG Argentina|Argentinien
AT AUT Austria|Österreich|Oesterreich|A
AU AUS Australia|Australien
AW ABW Aruba
AZ AZE Azerbaijan|Aserbaidschan
BA BIH Bosnia and Herzegovina|Bosnia|Bosnien und Herzegowina|Bosnien|Bosna i Hercegovina
BB BRB Barbados
BD BGD Bangladesh|Bangladesch
BE BEL Belgium|Belgien|Belgique|België|B
BF BFA Burkina Faso
BG BGR Bulgaria|Bulgarien
BH BHR Bahrain
BI BDI Burundi
BJ BEN Benin
BM BMU Bermuda
BN BRN Brunei
BO BOL Bolivia|Bolivien
BR BRA Brazil|Brasilien|Brasil
BS BHS Bahamas
BT BTN Bhutan
BW BWA Botswana|Botsuana
BY BLR Belarus|Weißrussland
BZ BLZ Belize
CA CAN Canada|Kanada
CD COD Democratic Republic of the Congo|Demokratische Republik Kongo|DR Congo|DR Kongo
CF CAF Central African Republic|Zentralafrikanische Republik
CG COG Congo|Kongo|Republic of the Congo|Republik Kongo
CH CHE Switzerland|Schweiz|Suisse|Svizzera|Swiss Confederation
CI CIV Ivory Coast|Elfenbeinküste|Côte d'Ivoire
CL CHL Chile
CM CMR Cameroon|Kamerun|Cameroun
CN CHN China|Volksrepublik China|People's Republic of China|PRC
CO COL Colombia|Kolumbien
CR CRI Costa Rica
CU CUB Cuba|Kuba
CV CPV Cape Verde|Kap Verde|Cabo Verde
CY CYP Cyprus|Zypern
CZ CZE Czech Republic|Czechia|Tschechien|Tschechische Republik|Česko|Česká republika
DE DEU Germany|Deutschland|Allemagne|Alemania|BRD|Bundesrepublik Deutschland|D|GER
DJ DJI Djibouti|Dschibuti
DK DNK Denmark|Dänemark|Daenemark|Danmark
DM DMA Dominica
DO DOM Dominican Republic|Dominikanische Republik|República Dominicana
DZ DZA Algeria|Algerien|Algérie
EC ECU Ecuador
EE EST Estonia|Estland|Eesti
EG EGY Egypt|Ägypten|Aegypten
ER ERI Eritrea
ES ESP Spain|Spanien|España|E
ET ETH Ethiopia|Äthiopien|Aethiopien
FI FIN Finland|Finnland|Suomi
FJ FJI Fiji|Fidschi
FO FRO Faroe Islands|Färöer
FR FRA France|Frankreich|F
GA GAB Gabon|Gabun
GB GBR United Kingdom|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|\
Vereinigtes Königreich|Großbritannien|Grossbritannien|Schottland|Nordirland
GD GRD Grenada
GE GEO Georgia|Georgien
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland|Grönland
GM GMB Gambia
GN GIN Guinea
GQ GNQ Equatorial Guinea|Äquatorialguinea
GR GRC Greece|Griechenland|Ελλάδα|Hellas
GT GTM Guatemala
GW GNB Guinea-Bissau
GY GUY Guyana
HK HKG Hong Kong|Hongkong
HN HND Honduras
HR HRV Croatia|Kroatien|Hrvatska
HT HTI Haiti
HU HUN Hungary|Ungarn|Magyarország|H
ID IDN Indonesia|Indonesien
IE IRL Ireland|Irland|Éire|Republic of Ireland
IL ISR Israel
IM IMN Isle of Man
IN IND India|Indien
IQ IRQ Iraq|Irak
IR IRN Iran
IS ISL Iceland|Island|Ísland
IT ITA Italy|Italien|Italia|I
JE JEY Jersey
JM JAM Jamaica|Jamaika
JO JOR Jordan|Jordanien
JP JPN Japan
KE KEN Kenya|Kenia
KG KGZ Kyrgyzstan|Kirgisistan
KH KHM Cambodia|Kambodscha
KM COM Comoros|Komoren
KR KOR South Korea|Südkorea|Korea|Republic of Korea|Republik Korea
KP PRK North Korea|Nordkorea
KW KWT Kuwait
KY CYM Cayman Islands|Kaimaninseln
KZ KAZ Kazakhstan|Kasachstan
LA LAO Laos
LB LBN Lebanon|Libanon
LC LCA Saint Lucia|St. Lucia
LI LIE Liechtenstein|FL
LK LKA Sri Lanka
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania|Litauen|Lietuva
LU LUX Luxembourg|Luxemburg|Lëtzebuerg|L
LV LVA Latvia|Lettland|Latvija
LY LBY Libya|Libyen
MA MAR Morocco|Marokko|Maroc
MC MCO Monaco
MD MDA Moldova|Moldau|Republik Moldau
ME MNE Montenegro|Crna Gora
MG MDG Madagascar|Madagaskar
MK MKD North Macedonia|Nordmazedonien|Macedonia|Mazedonien
ML MLI Mali
MM MMR Myanmar|Burma
MN MNG Mongolia|Mongolei
MO MAC Macao|Macau
MR MRT Mauritania|Mauretanien
MT MLT Malta
MU MUS Mauritius
MV MDV Maldives|Malediven
MW MWI Malawi
MX MEX Mexico|Mexiko|México
MY MYS Malaysia
MZ MOZ Mozambique|Mosambik
NA NAM Namibia
NE NER Niger
NG NGA Nigeria
NI NIC Nicaragua
NL NLD Netherlands|The Netherlands|Niederlande|Holland|Nederland
NO NOR Norway|Norwegen|Norge|N
NP NPL Nepal
NZ NZL New Zealand|Neuseeland
OM OMN Oman
PA PAN Panama
PE PER Peru
PF PYF French Polynesia|Französisch-Polynesien
PG PNG Papua New Guinea|Papua-Neuguinea
PH PHL Philippines|Philippinen
PK PAK Pakistan
PL POL Poland|Polen|Polska
PR PRI Puerto Rico
PS PSE Palestine|Palästina
PT PRT Portugal|P
PY PRY Paraguay
QA QAT Qatar|Katar
RO ROU Romania|Rumänien|România
RS SRB Serbia|Serbien|Srbija
RU RUS Russia|Russland|Rußland|Russian Federation|Russische Föderation|Россия
RW RWA Rwanda|Ruanda
SA SAU Saudi Arabia|Saudi-Arabien
SC SYC Seychelles|Seychellen
SD SDN Sudan
SE SWE Sweden|Schweden|Sverige|S
SG SGP Singapore|Singapur
SI SVN Slovenia|Slowenien|Slovenija
SK SVK Slovakia|Slowakei|Slovensko|Slovak Republic
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal
SO SOM Somalia
SR SUR Suriname|Surinam
SS SSD South Sudan|Südsudan
SV SLV El Salvador
SY SYR Syria|Syrien
SZ SWZ Eswatini|Swaziland|Swasiland
TD TCD Chad|Tschad
TG TGO Togo
TH THA Thailand
TJ TJK Tajikistan|Tadschikistan
TM TKM Turkmenistan
TN TUN Tunisia|Tunesien|Tunisie
TR TUR Turkey|Türkei|Tuerkei|Türkiye
TT TTO Trinidad and Tobago|Trinidad und Tobago
TW TWN Taiwan
TZ TZA Tanzania|Tansania
UA UKR Ukraine|Україна
UG UGA Uganda
US USA United States|United States of America|Vereinigte Staaten|Vereinigte Staaten von Amerika|\
Estados Unidos|America|Amerika
UY URY Uruguay
UZ UZB Uzbekistan|Usbekistan
VA VAT Vatican City|Vatikanstadt|Vatican|Vatikan|Holy See
VE VEN Venezuela
VN VNM Vietnam|Viet Nam
XK XKX Kosovo
YE YEM Yemen|Jemen
ZA ZAF South Africa|Südafrika|Suedafrika
ZM ZMB Zambia|Sambia
ZW ZWE Zimbabwe|Simbabwe
AC ASC Ascension Island|Ascension
AS ASM American Samoa|Amerikanisch-Samoa
AX ALA Åland|Åland Islands|Ålandinseln
BL BLM Saint Barthélemy
BQ BES Caribbean Netherlands|Bonaire
CC CCK Cocos Islands|Kokosinseln
CK COK Cook Islands|Cookinseln
CW CUW Curaçao
CX CXR Christmas Island|Weihnachtsinsel
EH ESH Western Sahara|Westsahara
FK FLK Falkland Islands|Falklandinseln
FM FSM Micronesia|Mikronesien
GF GUF French Guiana|Französisch-Guayana|Guyane
GP GLP Guadeloupe
GU GUM Guam
IO IOT British Indian Ocean Territory
KI KIR Kiribati
KN KNA Saint Kitts and Nevis|St. Kitts und Nevis
MF MAF Saint Martin
MH MHL Marshall Islands|Marshallinseln
MP MNP Northern Mariana Islands|Nördliche Marianen
MQ MTQ Martinique
MS MSR Montserrat
NC NCL New Caledonia|Neukaledonien
NF NFK Norfolk Island|Norfolkinsel
NR NRU Nauru
NU NIU Niue
PM SPM Saint Pierre and Miquelon
PW PLW Palau
RE REU Réunion
SB SLB Solomon Islands|Salomonen
SH SHN Saint Helena|St. Helena
SJ SJM Svalbard and Jan Mayen|Svalbard|Spitzbergen
ST STP São Tomé and Príncipe
SX SXM Sint Maarten
TA TAA Tristan da Cunha
TC TCA Turks and Caicos Islands
TK TKL Tokelau
TL TLS Timor-Leste|East Timor|Osttimor
TO TON Tonga
TV TUV Tuvalu
VC VCT Saint Vincent and the Grenadines|St. Vincent und die Grenadinen
VG VGB British Virgin Islands|Britische Jungferninseln
VI VIR US Virgin Islands|Amerikanische Jungferninseln
VU VUT Vanuatu
WF WLF Wallis and Futuna|Wallis und Futuna
WS WSM Samoa
YT MYT Mayotte
"""


def country_code(text: str) -> str:
    """The ISO 3166 alpha-2 code of a country given by code or name, empty where it is unknown."""
    return _CODES.get(_folded(text), "")


def country_names() -> Mapping[str, str]:
    """Every country's ISO 3166 alpha-2 code with its English name."""
    rows = (row.split(" ", 2) for row in _TABLE.split("\n")[1:-1])
    return {code: names.partition("|")[0] for code, _, names in rows}


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if char.isalnum())


def _codes() -> Mapping[str, str]:
    codes: dict[str, str] = {}
    for row in _TABLE.split("\n")[1:-1]:
        code, alpha_3, names = row.split(" ", 2)
        codes |= dict.fromkeys(map(_folded, (code, alpha_3, *names.split("|"))), code)
    return MappingProxyType(codes)


_CODES = _codes()
