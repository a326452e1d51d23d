"""The words that the benchmark's posts are made of: plain sentences on a ferry company's work, none of them a claim."""

SHIPS = ("Havørn", "Terna", "Lunde", "Skarv", "Ærfugl", "Tjeld", "Svane", "Alke")
PORTS = ("Sandvika", "the outer islands", "Nordhamn", "the north quay", "Lillevik", "the old harbour", "Storsund")
PARTS = ("bow door", "gangway", "second engine", "fuel pump", "radar mast", "battery room", "steering gear", "galley")
TIMES = ("on Monday", "before dawn", "in the autumn gales", "after the refit", "while the tide turned", "at midnight")
PEOPLE = ("the mate", "our engineers", "the crew", "the deckhands", "the pilot", "the cook", "the harbour master")

SENTENCES = (
    "{ship} left {port} {time}, and {people} knew that the {part} would need another look.",
    "We talked about it over coffee with {people}, who had seen the {part} fail once before.",
    "Nobody on board of {ship} wanted to wait any longer, so we wrote down what had happened.",
    "The {part} is older than most of us, and it behaves like it {time}.",
    "When {people} opened the {part}, the smell of salt and warm oil filled the corridor.",
    "I asked {people} to tell me what they would change if it were their own boat.",
    "{time}, the quay at {port} was empty except for a dog and a very patient passenger.",
    "There is no secret to it: we clean the {part}, we test it, and then we test it again.",
    "What surprised me was how quietly {people} went about the work on the {part}.",
    "The timetable says one thing and the wind at {port} says another.",
    "My first watch on {ship} was {time}, and I remember every minute of it.",
    "If the {part} does not close, {ship} does not sail, and that is the whole rule.",
    "{people} keep a notebook beside the {part}, with one line for each odd sound.",
    "We could have told our passengers sooner, and we should have done so {time}.",
    "A good repair begins with a drawing, and {people} made theirs on the back of a ticket.",
    "From {port} you can see the lights of {ship} long before you hear her.",
    "The new routine is simple enough to fit on a card that hangs beside the {part}.",
    "Some of the work is dull, some of it is cold, and all of it matters to {people}.",
)  # fmt: skip

CLAIMS = (
    "The yard measured {number} % less wear on the {part} {cite}.",
    "Fuel use on the route to {port} fell by {number} litres a crossing {cite}.",
    "In the last survey {number} % of the answers named the {part} {cite}.",
)

HEADINGS = (
    "What happened",
    "What we found",
    "How we mended it",
    "What it means for you",
    "What we learnt",
    "What is next",
)

CODE = """```python
def minutes_late(planned, actual):
    \"\"\"Return how late a crossing was; an early one counts as on time.\"\"\"
    late = (actual - planned).total_seconds() / {number}
    return max(0, round(late))
```"""

FIRST_NAMES = ("Anna", "Bjørn", "Celina", "Dag", "Eeva", "Filip", "Guro", "Hanna")
LAST_NAMES = ("Aas", "Berg", "Dahl", "Eide", "Foss")
