"""English wordings."""

from dataclasses import replace

from careercopilot.modules.content.api.models import Tone
from careercopilot.modules.content.domain.phrases.wording import Wording

_NEUTRAL = Wording(
    subject=None,
    salutation="Dear {company} team,",
    salutation_to_nobody="Dear hiring team,",
    application="I am applying for the position “{title}” at {company}.",
    application_to_nobody="I am applying for the position “{title}”.",
    headline="In one line, I describe myself as “{headline}”.",
    wanted_title="The kind of position I am looking for is {title}.",
    one_shared="Your posting names {skills}, which is one of my skills.",
    several_shared="Your posting names {skills}, and these are among my skills.",
    quotes=(
        "Where you write “{quote}”, I can contribute {skills}.",
        "The same goes for “{quote}”: here I bring {skills}.",
        "For “{quote}”, too, I have {skills} to offer.",
    ),
    one_skill="One of my skills is {skills}.",
    several_skills="My skills include {skills}.",
    further_skills="Beyond what the posting names, I also count {skills} among my skills.",
    task="The work I am applying for includes “{quote}”.",
    wanted_place="I am looking for work in {place}, and your position is there.",
    arrangements={
        "remote": "The position is remote, and that is how I would like to work.",
        "hybrid": "The position is hybrid, and that is how I would like to work.",
        "onsite": "The work is done on site, and that is how I would like to work.",
    },
    thanks="Thank you for considering my application.",
    closing="I would welcome a conversation about the position.",
    farewell="Kind regards,\n{name}",
    conjunction="and",
)

ENGLISH = {
    Tone.NEUTRAL: _NEUTRAL,
    Tone.FORMAL: replace(
        _NEUTRAL,
        subject="Application for the position “{title}”",
        salutation="Dear hiring team at {company},",
        application="I hereby apply for the position “{title}” at {company}.",
        application_to_nobody="I hereby apply for the position “{title}”.",
        headline="My profile may be summarised as follows: “{headline}”.",
        one_shared="Your posting names {skills}, which is one of the skills that I offer.",
        several_shared="Your posting names {skills}, all of which are skills that I offer.",
        thanks="Thank you for taking my application into consideration.",
        closing="I would welcome the opportunity to discuss the position with you in an interview.",
        farewell="Yours faithfully,\n{name}",
    ),
    Tone.WARM: replace(
        _NEUTRAL,
        salutation="Hello to everyone at {company},",
        salutation_to_nobody="Hello to the whole team,",
        application="I am writing to you about the position “{title}”: I would like to work at {company}.",
        application_to_nobody="I am writing to you about the position “{title}”: I would like to work with you.",
        headline="If I had to put myself in one line, it would be this: “{headline}”.",
        one_shared="You mention {skills} in your posting, and that is something I can bring along.",
        several_shared="You mention {skills} in your posting, and these are things I can bring along.",
        thanks="Thank you for taking the time to read my letter.",
        closing="Let us talk about the position, whenever it suits you.",
        farewell="Warm regards,\n{name}",
    ),
}
