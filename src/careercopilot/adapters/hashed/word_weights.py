"""How much a word says of the work in an advertisement: what every advertisement is made of says least."""

from typing import Final

_NOTHING: Final = 0.0
_LITTLE: Final = 0.25
_NUMBER: Final = 0.2


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Words that carry grammar, and the letters that genders and abbreviations leave.
_GRAMMAR = _words(
    # English
    "a about above across after again against all along also an and another any are as at be been before being below "
    "between both but by can could d do does down during each either every few for from further had has have having "
    "her here his how i if in into is it its just ll m many may might more most much must my no nor not of off on once "
    "one only onto or other our out over own per re s same shall she he should so some such t than that the their them "
    "then there these they this those three through to too two under until up upon us ve very via was we were what "
    "when where whether which while who whom whose why will with within without would you your yours yourself w x f "
    # German
    "aber als am an auch auf aus bei bis bist dein deine deinem deinen deiner dem den der des dich die dir du durch "
    "ein eine einem einen einer eines er es fur gegen habe haben hast hat ihr ihre ihrem ihren ihrer ihres im ist "
    "kann kannst mehr mit nach nicht oder sehr sich sie sind so sowie uber um und uns unser unsere unserem unseren "
    "unserer unter vom von vor war was wenn werden wie wir wird wirst zu zum zur zwischen gn "
    # French, Spanish, Polish
    "au aux avec ce ces cette dans de du elle en est et etes il je la le les leur leurs lui ne nos notre nous ou par "
    "pas plus pour qui que sa se ses son sont sur un une vos votre vous con como del el ella en entre este esta los "
    "las lo mas muy o para pero por se ser sin su sus tu una uno y ya i oraz z ze w we na do od po przez jest sa sie "
    "nie to za o u lub jak dla"
)

# Words that employers write whatever the work is: about themselves, the offer and the law.
_OF_EVERY_ADVERTISEMENT = _words(
    "ability able accommodate accommodation accommodations additional age applicable applicant applicants application "
    "applications apply applying aspects available background backgrounds base based basis believe belonging benefit "
    "benefits best better beyond bonus bring broad build building business candidate candidates career careers caring "
    "celebrate change citizenship clear collaborate collaboration collaborative color com comfortable commitment "
    "committed commuter communicate communication communications companies company comparable compensation "
    "competitive comprehensive consider consideration considered contact contribute coverage create creating creative "
    "criminal culture curious current daily day days deadline degree deliver delivering dental dependents depending "
    "description desire detail details determined develop developing development disabilities disability discounts "
    "discriminate discrimination diverse diversity drive driven driving duties dynamic effective effectively "
    "eligibility eligible email employ employee employees employer employment encourage end ensure ensuring "
    "environment environments equal equity essential ethnicity etc etiquette exact excellent exceptional excited "
    "exciting expand expect expectations experience experienced experiences expertise expression extensive factors "
    "familiar familiarity family fast federal feedback feel find first fit flexibility flexible focus focused follow "
    "following forward founded fraud free friendly full fully fun fund funded funding future gender general generous "
    "get give global goal goals good great group grow growing growth gym hand hands happy hard have health help "
    "helping high highly hire hiring holiday holidays home hour hours hybrid idea ideal ideas identify identity "
    "impact impactful improve include included includes including inclusion inclusive individual individuals "
    "industries industry information innovation innovative insurance interest interested interview interviews "
    "investors job jobs join joining keep key kind know knowledge large law laws lead leader leaders leadership "
    "leading learn learning leave legal less let level levels leverage life lifestyle like limited live local "
    "location locations long look looking looks love lunch maintain make makes making manage managing marital market "
    "match matching maternity maximum medical meet meeting meetings member members mental mindset minimum mission "
    "month monthly months motivated move multiple national nationality necessary need needed needs new next nice "
    "offer offered offering offers office offices ongoing open operate opportunities opportunity option options order "
    "org organization organizations orientation origin others outcomes outstanding owner ownership package paid "
    "parental part participate partner partners partnership passion passionate pay pension people perform performance "
    "perks person personal physical place plan plans plus points policies policy position positions positive possible "
    "potential power practices preferably preferred pregnancy previous pride prior priorities privacy proactive "
    "problem problems proceed process processes professional professionals proficiency proficient program programs "
    "progress prohibited proof protected protection proud proven provide provided provides providing pto purpose "
    "qualification qualifications qualified qualify quality quarter quickly race raised range ranges rapidly real "
    "reasonable receive recruiter recruiting recruitment regard regarding regardless regular related relationships "
    "relevant religion religious relocation remote remotely report reporting req request require required "
    "requirements requirement requires respect responsibilities responsibility responsible result results retirement "
    "reward role roles round run salary scale see seek seeking selection self serve series set setting sex sexual "
    "share shared sharing short shape sick similar skill skills small solid solve someone something space speak "
    "specific stage stakeholders standard standards start started startup startups state states status statutory "
    "stay stock strategic strategies strategy strong style submit success successful successfully support supported "
    "supporting take talent talented talents task tasks team teams teammates tech technical technologies technology "
    "thing things think thinking thoughtful thrive time timely title today together top total touch track training "
    "transparent travel truly trust type under understand understanding unemployment unique united unlimited us use "
    "using usd vacation value values variety various verify veteran veterans vision visa visit want way ways weeks "
    "week weekly welcome well wellbeing wellness willing willingness wonderful word words work worked working "
    "workplace works world write written year years yes young "
    # German, French, Spanish, Polish
    "arbeit arbeiten arbeitest arbeitsplatz arbeitszeiten aufgabe aufgaben bereich bereichen benefits bewerben "
    "bewerbung bieten bietet bringst erfahrung erfahrungen erwartet gehalt gemeinsam gerne gmbh gute guten interesse "
    "karriere kenntnisse kollegen mitarbeiter mitarbeitende mitarbeitenden moglich moglichkeit moglichkeiten neue "
    "neuen profil sowohl stelle suchen team teams unternehmen unterstutzen unterstutzt unterstutzung urlaub "
    "vollzeit teilzeit wichtig zusammen equipe entreprise poste mission missions profil travail candidature empresa "
    "equipo trabajo puesto ofrecemos experiencia buscamos praca pracy zespol oferujemy doswiadczenie firma"
)

# Of a title: ranks, which jobs of any trade have, and what is not the work at all.
_OF_ANY_TITLE = _words(
    "senior sr junior jr mid lead principal staff head chief vp vice president director manager associate assistant "
    "executive intern internship graduate entry level i ii iii iv v full part time fixed term temporary contract "
    "remote hybrid onsite office location new based all genders team us usa uk eu emea apac latam europe"
)
_RANK: Final = 0.45


def of_text(word: str) -> float:
    """Return the weight of a folded word in a description, 0 to 1."""
    if word in _GRAMMAR:
        return _NOTHING
    if word in _OF_EVERY_ADVERTISEMENT:
        return _LITTLE
    return _NUMBER if word.isdigit() else 1.0


def of_title(word: str) -> float:
    """Return the weight of a folded word in a title, 0 to 1."""
    if word in _GRAMMAR:
        return _NOTHING
    if word in _OF_ANY_TITLE:
        return _RANK
    return _NUMBER if word.isdigit() else 1.0
