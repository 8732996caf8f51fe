"""Words that say something of a person which a profile seldom holds, and words that say nothing at all."""

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    """Return the words; a right single quotation mark is as good as an apostrophe."""
    return tuple(text.split()) + tuple(word.replace("'", "\u2019") for word in text.split() if "'" in word)


# Beginnings of words; a sentence about the applicant may hold one only if a profile fact that it cites does.
CLAIM_STEMS: Final = _words("""
    experienc year decade month worked employ joined previous former career colleague served intern degree bachelor
    master phd doctor diploma graduat universit college school studi study certif licen award led lead manag founded
    director head chief senior expert speciali profession genius best outstanding exceptional excellent excel
    extensive extensively deep strong proven proficien fluent native skilled seasoned success achiev accomplish
    deliver built increas reduc improv grew saved passion excit thrill love enthusias delight eager proud fascinat
    inspir admire dream two three four five six seven eight nine ten eleven twelve fifteen twenty thirty dozen
    hundred thousand million several many numerous erfahr jahr jahrzehnt monat gearbeitet angestellt beschäftigt
    früher ehemalig laufbahn karriere kollege abschluss diplom promotion promoviert doktor hochschul universität
    schul ausbildung ausgebildet zertif geleitet leitung führung geführt gegründet ausgezeichnet auszeichnung
    spezialis profi beste hervorragend ausgeprägt umfassend fundiert tief stark sicher fließend verhandlungssicher
    muttersprach erfolg erreicht gesteigert verbessert gesenkt aufgebaut leidenschaft begeister freue freut liebe
    stolz fasziniert motiviert traum zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig
    dreißig dutzend hundert tausend mehrere viele zahlreich langjährig mehrjährig
""")

FIRST_PERSON: Final = frozenset(
    _words("""
    i me my mine myself i'm i'd i've i'll we our us ich mich mir mein meine meinem meinen meiner
    meines wir uns unser unsere
""")
)
SECOND_PERSON: Final = frozenset(
    _words("""
    you your yours sie ihr ihre ihrem ihren ihrer ihres ihnen
""")
)

# With which a sentence may begin although it is written large there.
STARTERS: Final = frozenset(
    _words("""
    a about above across additionally all along alongside also among an and another as at because besides beyond
    both but by each equally finally first for from further furthermore given having here how i if in it its
    likewise more moreover my nor of on one or other others our outside over particularly since so some such that
    the their them then there these they this those to together too under using what when where which while who with
    within without would you your looking i'd i'm alle allem als am andere arbeit auch auf aus außerdem bei
    beides beim bereits besonders da dabei dafür damit daneben dank dann darin darüber das dass dazu dem den denn
    der des deshalb die dies diese diesem diesen dieser dieses dort durch ebenfalls ebenso ein eine einem einen
    einer er es etwa für gern gerne genau hier hinzu ich ihr ihre ihrem ihren ihrer im insbesondere ist kann mein
    meine meinem meinen meiner mit möchte nach neben nicht ob oder ohne sie sowie über um und unter viel vom von vor
    was weil welche wenn wer wie wo zu zudem zum zur zusätzlich
""")
)

# What any letter speaks of. German writes them large; elsewhere they are harmless too.
LETTER_NOUNS: Final = frozenset(
    _words("""
    anforderung anforderungen angebot ansprechpartner anzeige arbeit arbeiten arbeitsort art aufgabe aufgaben
    ausschreibung bedarf beitrag bereich bereiche beruf bewerbung bezug blick dinge einsatz einzelnen ende fähigkeit
    fähigkeiten fall form frage fragen gebiet gespräch grund grundlage haus interesse kenntnis kenntnisse
    kenntnissen kombination linie mittelpunkt möglichkeit ort ortes person position posten profil punkt punkte raum
    rahmen rolle schwerpunkt schwerpunkte sinn standort stelle stellen stellenanzeige stellenausschreibung suche
    tätigkeit tätigkeiten team teil teile themen umgang unterlagen unternehmen vordergrund vorstellung weise
    werkzeug werkzeuge wort worten wunsch zeile zeilen zusammenarbeit cv english
""")
)
