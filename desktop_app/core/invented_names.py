"""Word lists for invented customers: frequent names first, because they are drawn more often."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SURNAMES_DE: Final = _split(
    """
    Müller Schmidt Schneider Fischer Meyer Weber Wagner Becker Schulz Hoffmann Schäfer Koch Bauer
    Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange
    Schmitt Werner Schmitz Krause Meier Lehmann Köhler Maier Herrmann König Mayer Walter Schulze
    Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller
    Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig
    Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich
    Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann
    Thomas Voigt Sauer Arnold Wolff Pfeiffer Mueller Schroeder Weiss Gruber Egger Leitner Moser
    Steiner Bühler Ammann Brunner Frei Gerber Zürcher Lüthi Wyss Yılmaz Kaya Demir Şahin Çelik
    Öztürk Kowalski Wiśniewski Nowak Lewandowski Łukaszewicz Petrović Jovanović Novák Dvořák
    Horváth Nagy Popescu Ionescu Rossi Ferrari Nguyen Trần Ali Hassan Haddad Ivanov Petrow
    Schewtschenko Mayr Maier-Vorfelder Großmann Strauß Preuß Blümel Dörfler Förster Gärtner Hübner
    Kästner Lübke Nußbaum Pröll Quandt Rößler Süß Töpfer Übelacker Völker Würth Zöllner Abel Adler
    Bach Conrad
    """
)
FIRST_NAMES_DE: Final = _split(
    """
    Michael Andreas Thomas Peter Sabine Stefan Petra Christian Monika Martin Susanne Anna Wolfgang
    Claudia Frank Birgit Jürgen Julia Klaus Andrea Daniel Nicole Markus Karin Uwe Stefanie Ursula
    Alexander Maria Bernd Ingrid Hans Angelika Sebastian Heike Jan Gabriele Tobias Renate Ralf
    Martina Matthias Katrin Dieter Christine Manfred Brigitte Florian Helga Jens Anja Holger Silke
    Lukas Lena Felix Laura Maximilian Sarah Jonas Lisa Leon Hannah Paul Marie Finn Emma Elias Mia
    Sophie Ben Emilia Noah Clara Luca Johanna Tim Katharina Philipp Franziska Oliver Melanie Sven
    Tanja Dirk Jörg Günter Gisela Käthe Björn Sören Änne Özlem Mehmet Ayşe Fatma Mustafa Emre
    Agnieszka Piotr Paweł Ewa Krzysztof Małgorzata Mirjana Goran Olga Sergej Natascha Dimitri
    Giulia Marco Chiara Luigi René Zoë Amélie Noël Anne-Marie Hans-Peter Karl-Heinz Eva-Maria
    """
)
SURNAMES_WORLD: Final = _split(
    """
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker
    White Roberts Green Hall Wood Jackson Clarke Harris Lewis O'Brien O'Connor MacDonald McCarthy
    Dubois Lefèvre Moreau Laurent Bernard Girard Fournier Mercier Dupont Gauthier Chevalier García
    Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Jiménez Muñoz Núñez Silva
    Santos Oliveira Pereira Araújo Conceição Rossi Bianchi Esposito Ricci Colombo Greco Conti
    Hansen Johansen Olsen Larsen Sørensen Jørgensen Bjørnstad Ødegård Åkesson Lindström Sjöberg
    Virtanen Mäkinen Hämäläinen Jansen Bakker Visser Meijer Mulder Vandenberghe Peeters Kovač
    Novak Horvat Tanaka Suzuki Watanabe Kim Park Chen Wang Zhang Singh Patel Kumar Khan Rahman
    Okafor Mensah Abdullah Yıldız Aydın Papadopoulos Nikolaidis Kowalczyk Zieliński Wójcik Szabó
    Tóth
    """
)
FIRST_NAMES_WORLD: Final = _split(
    """
    James Mary John Patricia Robert Linda William Barbara David Elizabeth Richard Jennifer Joseph
    Charles Sarah Christopher Karen Matthew Nancy Anthony Emily Mark Chloé François Hélène Élodie
    Jérôme Camille Léa Luc José María Ángel Íñigo Lucía Pablo Inés João Beatriz Tiago Giuseppe
    Francesca Alessandro Lars Ingrid Søren Åsa Björn Aino Väinö Pieter Sanne Joost Marijke
    Stanisław Zofia Jiří Zdeňka László Ágnes Elif Can Dimitra Yiannis Aisha Omar Fatima Yusuf
    Priya Arjun Wei Mei Hiroshi Yuki Min-jun Seo-yeon Chidi Amara Kwame Nia Siobhán Séamus Seán
    Aoife Niamh
    """
)
NAME_BEGINNINGS: Final = _split(
    """
    Alt Ahorn Amsel Auen Bach Bären Berg Birk Blumen Boden Brand Breiten Brunn Buch Burg Dachs
    Dorn Eber Eichen Eisen Ellen Engel Erlen Esch Falken Feld Fels Fichten Forst Freuden Frohn
    Fürsten Garten Glas Gold Graben Grün Hafer Hagen Hammer Hasel Heide Heim Hell Herz Hinter
    Hirsch Hoch Hohen Holz Hopfen Hütten Kalten Kasten Kirch Klingen Kloster Königs Korn Krähen
    Kreuz Kron Küster Land Lauter Licht Lilien Linden Löwen Mander Mark Matten Mittel Moos Mühl
    Nachti Neu Nieder Nord Ober Ochsen Ost Rabens Reben Reh Reichen Riesen Rosen Rothen Sand
    Schaff Schlegel Schön Schwal Seel Silber Sonnen Spiel Stadt Stein Sternen Stroh Sturm Süder
    Tannen Teich Thal Torf Trauten Ulmen Unter Vier Vogels Wachs Wald Wasser Weiden Wein Wester
    Wiesen Wild Winds Zangen Ziegel
    """
)
NAME_ENDS: Final = _split(
    """
    mann meier bauer berger bach hofer huber müller schmied egger stein feld thaler brunner wald
    auer dorfer häuser kamp brink horst rath wieser gruber leitner moser städter burg felder loher
    mair bichler ner macher reiter ried see tal wirth länder schläger träger zieher binder gießer
    """
)
BRANCHES: Final = _split(
    """
    Bau Elektro Immobilien Logistik Consulting Metallbau Software Sanitär Transport Medien
    Bäckerei Gartenbau Autohaus Architekten Steuerberatung Hausverwaltung Möbel Apotheke Reisebüro
    Druckerei Gebäudereinigung Maschinenbau Dachdeckerei Werbeagentur Catering Physiotherapie
    Optik Schreinerei Fensterbau Versicherungen Fahrschule Kältetechnik Messebau Naturkost Obsthof
    Pflegedienst Quellwasser Rechtsanwälte Solartechnik Tischlerei Umzüge Verlag Weingut
    Zahntechnik Hosting
    """
)
LEGAL_FORMS: Final = ("GmbH", "GmbH", "AG", "KG", "OHG", "e.K.", "UG", "GbR", "eG", "e.V.", "Ltd.")
CITIES: Final = _split(
    """
    Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen
    Dresden Hannover Nürnberg Saarbrücken Neunkirchen Trier Mainz Kassel Würzburg Göttingen
    Tübingen Wien Graz Linz Salzburg Zürich Basel Bern Luzern Völklingen Homburg Lüneburg Münster
    Osnabrück Görlitz
    """
)
MAIL_HOSTS: Final = (
    "mail.example",
    "post.example",
    "briefkasten.example",
    "inbox.example",
    "web-mail.example",
    "kurier.example",
)
WORLD: Final = ("GB", "FR", "US", "NL", "PL", "IT", "ES", "SE", "BE", "GB", "FR")
AREAS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "DE": (
            "49",
            _split(
                """
                30 40 89 221 69 711 211 341 231 201 421 351 511 911 681 6821 651 6131 561 931 551
                7071 6898 6841 4131 251 541 3581 6851 6894 228 234 241 271 345 361 371 381 385 391
                431 441 451 461 521 531 611 621 631 641 661 721 731 751 761 771 821 831 841 851
                """
            ),
        ),
        "AT": ("43", ("1", "316", "732", "662", "512", "463", "5574", "2742", "2682", "7242")),
        "CH": ("41", ("44", "61", "31", "41", "22", "21", "71", "91", "81", "32", "52")),
        "US": ("1", ("212", "312", "415", "617", "206", "305", "702", "512", "303", "404")),
        "NL": ("31", ("20", "10", "70", "30", "40", "50", "24", "43", "38", "76")),
        "PL": ("48", ("22", "12", "71", "61", "58", "91", "42", "81", "32", "52")),
        "IT": ("39", ("06", "02", "011", "055", "041", "081", "051", "010")),
        "ES": ("34", ("91", "93", "95", "96", "98", "92", "94")),
        "SE": ("46", ("8", "31", "40", "18", "46", "19", "13", "54")),
        "BE": ("32", ("2", "3", "9", "4", "81", "11", "16", "50")),
    }
)
