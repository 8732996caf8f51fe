"""German wordings. After the salutation's comma a letter goes on in lower case."""

from dataclasses import replace

from careercopilot.modules.content.api.models import Tone
from careercopilot.modules.content.domain.phrases.wording import Wording

_NEUTRAL = Wording(
    subject=None,
    salutation="Sehr geehrtes Team von {company},",
    salutation_to_nobody="Guten Tag,",
    application="hiermit bewerbe ich mich bei {company} um die Stelle „{title}“.",
    application_to_nobody="hiermit bewerbe ich mich um die Stelle „{title}“.",
    headline="In einer Zeile beschreibe ich mich so: „{headline}“.",
    wanted_title="Was ich suche, ist eine Stelle als {title}.",
    one_shared="Ihre Ausschreibung nennt {skills}, und das gehört zu meinen Kenntnissen.",
    several_shared="Ihre Ausschreibung nennt {skills}, und all das gehört zu meinen Kenntnissen.",
    quotes=(
        "Wo Sie „{quote}“ schreiben, kann ich {skills} einbringen.",
        "Auch zu „{quote}“ bringe ich {skills} mit.",
        "Für „{quote}“ habe ich ebenfalls {skills} zu bieten.",
    ),
    one_skill="Zu meinen Kenntnissen zählt {skills}.",
    several_skills="Zu meinen Kenntnissen zählen {skills}.",
    further_skills="Über die Ausschreibung hinaus gehört zu meinen Kenntnissen auch: {skills}.",
    task="Zu der Arbeit, um die ich mich bewerbe, gehört auch „{quote}“.",
    wanted_place="Ich suche Arbeit in {place}, und dort ist Ihre Stelle.",
    arrangements={
        "remote": "Die Stelle ist ortsunabhängig, und so möchte ich arbeiten.",
        "hybrid": "Die Arbeit ist teils vor Ort und teils von zu Hause aus zu tun, und so möchte ich arbeiten.",
        "onsite": "Gearbeitet wird vor Ort, und so möchte ich arbeiten.",
    },
    thanks="Vielen Dank, dass Sie sich mit meiner Bewerbung befassen.",
    closing="Über die Stelle würde ich gern mit Ihnen sprechen.",
    farewell="Freundliche Grüße\n{name}",
    conjunction="und",
)

GERMAN = {
    Tone.NEUTRAL: _NEUTRAL,
    Tone.FORMAL: replace(
        _NEUTRAL,
        subject="Bewerbung um die Stelle „{title}“",
        salutation="Sehr geehrte Damen und Herren,",
        salutation_to_nobody="Sehr geehrte Damen und Herren,",
        application="hiermit bewerbe ich mich bei {company} um die ausgeschriebene Stelle „{title}“.",
        application_to_nobody="hiermit bewerbe ich mich um die ausgeschriebene Stelle „{title}“.",
        headline="Mein Profil lässt sich so zusammenfassen: „{headline}“.",
        thanks="Ich danke Ihnen, dass Sie meine Bewerbung prüfen.",
        closing="Für ein Vorstellungsgespräch stehe ich Ihnen zur Verfügung.",
        farewell="Mit freundlichen Grüßen\n{name}",
    ),
    Tone.WARM: replace(
        _NEUTRAL,
        salutation="Liebes Team von {company},",
        salutation_to_nobody="Liebes Team,",
        application="es geht mir um die Stelle „{title}“: Ich möchte bei {company} mitarbeiten.",
        application_to_nobody="es geht mir um die Stelle „{title}“: Ich möchte bei Ihnen mitarbeiten.",
        headline="Wenn ich mich in eine Zeile fassen soll, dann in diese: „{headline}“.",
        one_shared="Sie nennen in Ihrer Ausschreibung {skills}, und das bringe ich mit.",
        several_shared="Sie nennen in Ihrer Ausschreibung {skills}, und all das bringe ich mit.",
        thanks="Vielen Dank, dass Sie sich die Zeit für meine Zeilen nehmen.",
        closing="Lassen Sie uns gern über die Stelle sprechen.",
        farewell="Herzliche Grüße\n{name}",
    ),
}
