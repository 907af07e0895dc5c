"""What a small pipeline leaves out or gets wrong, mended by rule.

The Spanish pipelines follow AnCora, whose relations have no subtypes: "fue atacado por rebeldes"
has plain `aux`, `nsubj` and `obl` or `obj`, a relative clause plain `acl`. The extraction rules ask
for `aux:pass`, `nsubj:pass`, `obl:agent` and `acl:relcl`. Small pipelines also tag nouns as
adjectives ("los paramilitares"), take the verb after a name for a part of it, and lose their way
in names that they have not seen.
"""

from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from kg.language.languages import Language, language
from kg.language.trees.complements import complete, free_manner
from kg.language.trees.regrouping import Tree
from kg.language.words.conjugation import list_forms
from kg.ontology.lexicon import load_lexicon

VERBAL = frozenset(["VERB", "AUX"])
NOMINAL = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "conj", "ROOT"])
OBJECT = frozenset(["obj", "iobj"])
OBLIQUE = frozenset(["obl", "obj", "nmod"])
CLAUSAL = frozenset(["xcomp", "ccomp", "advcl"])
PERSON = frozenset(["PER", "PERSON"])
NOMINAL_POS = frozenset(["NOUN", "PROPN"])
PRETERITE = "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"
REACH = 8
"""Words from "entre" to the end of what it governs."""
RESULT = frozenset(["obj", "xcomp", "advcl", "obl"])
"""Labels that parsers give the participle of "resultó muerto"."""
HELD = RESULT | {"iobj", "amod"}
"""Labels that they give that of "mantiene cerrada la frontera"."""


@Pipeline.factory(
    "mending",
    requires=["token.lemma", "token.pos", "token.dep", "doc.ents"],
    assigns=["token.pos", "token.dep", "token.head", "doc.ents"],
)
class Mender:
    """Component: corrects labels, a few heads and parts of speech, and the ends of names."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.language = language(str(nlp.lang))
        lexicon = load_lexicon(self.language.code)
        self.nouns = lexicon.nouns
        self.actors = lexicon.actors
        self.saying, self.operators = lexicon.speech_verbs, lexicon.operators
        self.forms = list_forms(self.language.code, lexicon.verbs)
        self.idioms = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.idioms.add("idiom", [nlp.make_doc(idiom) for idiom in self.language.idioms])
        self.manners = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.manners.add("manner", [nlp.make_doc(phrase) for phrase in self.language.manners])

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        for token in doc:
            if token.lower_.endswith(self.language.preterites) and token.lower_ in self.forms:
                self.mark_preterite(token)
        doc.ents = [span for ent in doc.ents for span in self.mend_name(ent)]
        self.regroup(doc)
        for token in doc:
            self.mend_word(token)
        for token in doc:
            if token.lemma_ in self.language.holding:
                self.mark_held(token)
        for verb in [token for token in doc if token.pos_ in VERBAL or is_participle(token)]:
            self.mark_result(verb)
            self.mark_objects(verb)
            self.mark_passive(verb)
        for verb in [token for token in doc if token.dep_ == "acl"]:
            if has_relative(self.language, verb):
                verb.dep_ = "acl:relcl"
        return doc

    def mark_preterite(self, token: Token) -> None:
        """A past tense that was tagged as a participle or the like: "Lima despojó a".

        With a capital it opens a sentence, and no name.
        """
        opens = token.is_sent_start and not token.doc[token.i + 1 : token.i + 2].text.istitle()
        if "Fin" not in token.morph.get("VerbForm", []) and (token.is_lower or opens):
            token.pos_, token.lemma_ = "VERB", self.forms[token.lower_]
            token.set_morph(PRETERITE)  # type: ignore[attr-defined]

    def regroup(self, doc: Doc) -> None:
        """Give the words of a name, of an idiom and of "between A and B" their heads."""
        tree = Tree(doc)
        for ent in doc.ents:
            if ent.label_ in PERSON and len(ent) > 1 and all(token.is_title for token in ent):
                tree.join(ent, "flat")
        for idiom in self.idioms(doc, as_spans=True):
            tree.join(idiom, "fixed")
        pairs = list(self.pairs(doc))
        paired = {second for _, _, second in pairs}
        pairs += (pair for pair in self.subjects(doc) if pair[2] not in paired)
        for first, conjunction, second in pairs:
            tree.coordinate(first, conjunction, second)
        for participle in self.attributes(doc):
            self.name_after(participle, tree)
        raised = [(verb, "conj") for verb in joined_to_adverbs(doc)]
        raised += [(verb, "ccomp") for verb in self.contents(doc)]
        for verb, label in raised:
            tree.hang(verb.i, verb.head.head.i, label)
        for pronoun in self.relative_phrases(doc):
            self.mend_relative(pronoun, tree)
        for number in self.counting(doc):
            crown_number(number, tree)
        complete(doc, tree, self.language)
        for manner in self.manners(doc, as_spans=True):
            free_manner(manner, tree)
        tree.write()

    def pairs(self, doc: Doc) -> Iterator[tuple[Token, Token, Token]]:
        """The two nouns and the conjunction of each "entre A y B"."""
        for token in doc:
            if token.pos_ in NOMINAL_POS and self.language.between & set(case_words(token)):
                after = doc[token.i + 1 : min(token.i + REACH, token.sent.end)]
                joined = [t for t in after if t.lower_ in self.language.conjunctions]
                if joined and (second := first_noun(doc[joined[0].i + 1 : after.end])):
                    yield token, joined[0], second

    def subjects(self, doc: Doc) -> Iterator[tuple[Token, Token, Token]]:
        """Two subjects of a verb with "y" between them, both before it: "Lima y Quito firmaron"."""
        for second in doc:
            if second.dep_ == "nsubj" and second.i < second.head.i:
                before = doc[max(second.left_edge.i - 1, 0)]
                first = next((c for c in second.head.lefts if c.dep_ == "nsubj"), second)
                if before.lower_ in self.language.conjunctions and first.i < before.i:
                    yield first, before, second

    def attributes(self, doc: Doc) -> Iterator[Token]:
        """The participles between an actor and his name: "el general retirado Ruiz"."""
        for participle in doc[1:-1]:
            noun, name = doc[participle.i - 1], doc[participle.i + 1]
            if is_participle(participle) and name.pos_ == "PROPN" and name.head == participle:
                alone = not any(child.dep_.startswith("aux") for child in participle.children)
                joined = noun in (participle.head, *participle.lefts)
                if alone and joined and noun.pos_ == "NOUN" and noun.lemma_ in self.actors:
                    yield participle

    def name_after(self, participle: Token, tree: Tree) -> None:
        """Hang a name on the actor before the participle, which takes his place if it has it."""
        noun = participle.nbor(-1)
        if noun.head == participle:
            root = participle.head == participle
            tree.hang(noun.i, noun.i if root else participle.head.i, participle.dep_)
            for child in participle.lefts:
                if child != noun:
                    tree.hang(child.i, noun.i, child.dep_)
            tree.hang(participle.i, noun.i, "acl")
        tree.hang(participle.i + 1, noun.i, "appos")

    def contents(self, doc: Doc) -> Iterator[Token]:
        """The verbs of what is said that hang on when or where: "dijo el lunes que atacaría"."""
        for verb in doc:
            noun, above = verb.head, verb.head.head
            if verb.dep_ != "acl" or noun.dep_ != "obl" or above.lemma_ not in self.saying:
                continue
            marks = [c for c in verb.lefts if c.dep_ == "mark" and c.pos_ == "SCONJ"]
            told = any(child.dep_ == "ccomp" for child in above.children)
            if not told and [c.lower_ in self.language.complementizers for c in marks] == [True]:
                yield verb

    def relative_phrases(self, doc: Doc) -> Iterator[Token]:
        """Relative pronouns with a preposition that were taken for subjects: "a los que había"."""
        for pronoun in doc[2:]:
            if pronoun.dep_ == "nsubj" and pronoun.lower_ in self.language.relative_conjunctions:
                article = pronoun.nbor(-1)
                opening = pronoun.nbor(-2) if article.pos_ == "DET" else article
                if opening.pos_ == "ADP" and {opening.head, article.head} == {pronoun.head}:
                    yield pronoun

    def mend_relative(self, pronoun: Token, tree: Tree) -> None:
        """Give a relative pronoun the words before it, and the place of an object or a phrase."""
        article = pronoun.nbor(-1)
        opening = pronoun.nbor(-2) if article.pos_ == "DET" else article
        personal = opening.lower_ in self.language.personal
        tree.hang(pronoun.i, pronoun.head.i, "obj" if personal else "obl")
        if article != opening:
            tree.hang(article.i, pronoun.i, "det")
        tree.hang(opening.i, pronoun.i, "case")

    def counting(self, doc: Doc) -> Iterator[Token]:
        """The numbers of a noun that were hung on the place before it: "En Quito, cientos de"."""
        for number in doc[1:-2]:
            after = number.nbor(2)
            if (
                number.lemma_ in self.language.number_nouns
                and number.dep_ == "nummod"
                and number.head == after.head
                and number.nbor(-1).text == ","
                and number.head.i < number.i
                and after.dep_ == "nmod"
            ):
                yield number

    def mend_name(self, ent: Span) -> list[Span]:
        """A named entity without verbs at its ends; none when a common noun for actors is left."""
        start, end = ent.start, ent.end
        while start < end and is_lower_verb(ent.doc[start]):
            start += 1
        while end > start and is_lower_verb(ent.doc[end - 1]):
            end -= 1
        if start == end or (end - start == 1 and ent.doc[start].lemma_ in self.actors):
            return []
        return [Span(ent.doc, start, end, ent.label_)]

    def mend_word(self, token: Token) -> None:
        """A noun tagged as an adjective, and words in or beside a name."""
        if token.is_title and token.pos_ in ("ADP", "DET") and begins_name(token):
            token.pos_, token.dep_ = "PROPN", "flat"
        elif token.pos_ == "NOUN" and token.lower_ in self.forms and has_label(token, "aux"):
            token.pos_, token.lemma_ = "VERB", self.forms[token.lower_]  # "había secuestrado"
        elif token.pos_ == "ADJ" and token.dep_ in NOMINAL and token.lemma_ in self.nouns:
            if not any(child.dep_ in ("cop", "nsubj") for child in token.children):
                token.pos_ = "NOUN"
        elif token.pos_ == "ADJ" and token.dep_ in OBJECT and self.stands_alone(token):
            token.pos_ = "NOUN"
        elif token.pos_ in NOMINAL_POS and token.dep_ in CLAUSAL:
            self.mend_clause(token)
        elif token.dep_ == "flat":
            words = case_words(token)
            if words and (not self.language.name_particles.issuperset(words) or is_another(token)):
                token.dep_ = "nmod"

    def stands_alone(self, adjective: Token) -> bool:
        """An adjective right after an article or the like: "atacar al acorazado"."""
        before = adjective.doc[max(adjective.i - 1, 0)]
        contracted = before.dep_ == "case" and before.lower_ in self.language.prepositions
        return before.head == adjective and (contracted or before.dep_ == "det")

    def mend_clause(self, noun: Token) -> None:
        """A noun with a preposition that the parser took for a clause."""
        marks = [c for c in noun.children if c.dep_ in ("mark", "case") and c.pos_ == "ADP"]
        if marks and not any(child.dep_ in ("cop", "nsubj") for child in noun.children):
            for mark in marks:
                mark.dep_ = "case"
            noun.dep_ = "obl" if noun.head.pos_ in VERBAL else "nmod"
            if noun.dep_ == "obl" and self.language.personal.issuperset(case_words(noun)):
                noun.dep_ = "obj"

    def mark_result(self, verb: Token) -> None:
        """ "Resultó muerto por": the participle is the verb, and what governs it its auxiliary."""
        above = verb.head
        if (
            verb.dep_ in RESULT
            and (is_participle(verb) or verb.lower_ in self.forms)
            and not has_label(verb, "det")
            and not case_words(verb)
            and above.lemma_ in self.language.result_verbs
        ):
            verb.head = verb if above.head == above else above.head
            verb.dep_, above.dep_ = above.dep_, "aux:pass"
            for child in list(above.children):
                if child != verb:
                    child.head = verb
            above.head = verb
            relabel(verb, "nsubj", "nsubj:pass")
            free_objects(verb)
            verb.pos_, verb.lemma_ = "VERB", self.forms.get(verb.lower_, verb.lemma_)

    def mark_held(self, holding: Token) -> None:
        """ "Mantiene cerrada la frontera": the participle is the verb, what holds its auxiliary.

        So it is in "tiene previsto viajar".
        """
        held = holding.doc[min(holding.i + 1, len(holding.doc) - 1)]
        if held.head != holding or held.dep_ not in HELD or holding.pos_ not in VERBAL:
            return
        lemma = self.forms.get(held.lower_, held.lemma_)
        if lemma == held.lower_ or not (self.holds(holding, held) or self.plans(holding, held)):
            return
        held.head = held if holding.head == holding else holding.head
        held.dep_, holding.dep_ = holding.dep_, "aux"
        for child in [child for child in holding.children if child != held]:
            child.head = held
        holding.head = held
        held.pos_, held.lemma_ = "VERB", lemma

    def holds(self, holding: Token, held: Token) -> bool:
        """Has a verb an object that a participle of the lexicon agrees with?"""
        number = held.morph.get("Number", [])
        things = [c for word in (holding, held) for c in word.rights if c.dep_ in OBJECT]
        agreeing = any(c != held and c.morph.get("Number", []) == number for c in things)
        return agreeing and held.lower_ in self.forms

    def plans(self, holding: Token, held: Token) -> bool:
        """Is an infinitive planned?"""
        words = (held.lemma_, self.forms.get(held.lower_, ""))
        planned = any(self.operators.get(word) == "planned" for word in words)
        return planned and has_label(holding, "xcomp")

    def mark_objects(self, verb: Token) -> None:
        """What is an object of a verb and what is none: reflexives, phrases with a preposition."""
        for child in verb.children:
            words = case_words(child)
            if child.dep_ in OBJECT and child.lower_ in self.language.reflexives:
                child.dep_ = "expl"
            elif child.dep_ == "nmod" and verb.pos_ == "VERB" and words:
                child.dep_ = "obj" if self.language.personal.issuperset(words) else "obl"
            elif child.dep_ == "obj" and not self.language.personal.issuperset(words):
                child.dep_ = "obl"
            elif child.dep_ == "obj" and words and child.lemma_ in self.language.time_nouns:
                child.dep_ = "obl"  # "condenó a diez años"
            elif child.dep_ == "obj" and is_set_apart(child, verb):
                child.dep_ = "dep"
        bare = [c for c in verb.children if c.dep_ == "xcomp" and is_bare_noun(c)]
        if bare and not any(child.dep_ == "obj" for child in verb.children):
            bare[0].dep_ = "obj"

    def mark_passive(self, verb: Token) -> None:
        """The auxiliary, subject and agent of a passive; the agent of a participle of a noun."""
        if not is_participle(verb):
            return
        auxiliaries = [
            child
            for child in verb.children
            if child.dep_ in ("aux", "aux:pass", "cop")
            and child.lemma_ in self.language.passive_auxiliaries
        ]
        for auxiliary in auxiliaries:
            auxiliary.dep_ = "aux:pass"
            relabel(verb, "nsubj", "nsubj:pass")
            free_objects(verb)
        if auxiliaries or verb.dep_ in ("acl", "amod") or has_label(verb, "aux:pass"):
            agents = [c for c in verb.children if c.dep_ in OBLIQUE and self.is_agent(c)]
            for agent in agents or self.low_agents(verb):
                agent.head, agent.dep_ = verb, "obl:agent"

    def low_agents(self, verb: Token) -> list[Token]:
        """Agents hung on a subject that follows: "fue saqueada una tienda por jóvenes"."""
        subjects = [c for c in verb.children if c.dep_ == "nsubj:pass" and c.i > verb.i]
        return [c for noun in subjects for c in noun.children if c.i > noun.i and self.is_agent(c)]

    def is_agent(self, token: Token) -> bool:
        """Does the phrase say by whom?"""
        words = " ".join(self.language.prepositions.get(word, word) for word in case_words(token))
        return self.language.compound_prepositions.get(words, words) in self.language.agent


def joined_to_adverbs(doc: Doc) -> list[Token]:
    """Verbs hung on an adverb of the verb they are joined to: "juzgado ayer y absuelto"."""
    found = (token for token in doc if token.dep_ == "conj" and token.pos_ in VERBAL)
    return [t for t in found if t.head.pos_ == "ADV" and t.head.head.pos_ in VERBAL]


def first_noun(span: Span) -> Token | None:
    """The first noun or name of a span, before any verb."""
    for token in span:
        if token.pos_ in NOMINAL_POS:
            return token
        if token.pos_ in VERBAL:
            return None
    return None


def begins_name(token: Token) -> bool:
    """A word with a capital inside a sentence, before a name: "Al" of "Al Qaeda"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return not token.is_sent_start and any(word.pos_ == "PROPN" for word in after)


def crown_number(number: Token, tree: Tree) -> None:
    """Give a number the noun after it, and make it another name of the word that both hung on."""
    tree.hang(number.i, number.head.i, "appos")
    tree.hang(number.i + 2, number.i, "nmod")
    number.pos_ = "NOUN"


def is_another(token: Token) -> bool:
    """Does a word begin a name of its own: "la llegada a la Casa Blanca de Donald Trump"?"""
    return token.ent_iob_ == "B" and token.head.ent_iob_ in ("B", "I")


def is_lower_verb(token: Token) -> bool:
    """A verb without a capital, or one that opens a sentence: it begins or ends no name."""
    return token.pos_ in VERBAL and (token.is_lower or bool(token.is_sent_start))


def is_participle(token: Token) -> bool:
    """A past participle."""
    return "Part" in token.morph.get("VerbForm", [])


def is_bare_noun(token: Token) -> bool:
    """A noun without preposition, mark or copula."""
    return token.pos_ == "NOUN" and not any(
        child.dep_ in ("case", "mark", "cop") for child in token.children
    )


def is_set_apart(token: Token, verb: Token) -> bool:
    """A name after a comma behind the verb is a place or an address, no object.

    So is one with a title, where the verb has an object: "detuvo a dos, ... la ministra Ruiz".
    """
    start = token.left_edge.i
    commas = [word.text == "," for word in token.doc[max(start - 1, 0) : start + 1]]
    if start < verb.i or not any(commas):
        return False
    titled = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.rights)
    other = any(child.dep_ == "obj" and child.i < token.i for child in verb.rights)
    return token.pos_ == "PROPN" or (titled and other and not case_words(token))


def has_label(verb: Token, label: str) -> bool:
    """Has it a child with this label?"""
    return any(child.dep_ == label for child in verb.children)


def relabel(verb: Token, old: str, new: str) -> None:
    """Give the children of one label another."""
    for child in verb.children:
        if child.dep_ == old:
            child.dep_ = new


def free_objects(verb: Token) -> None:
    """A passive has no object: "fue condenado a un año", "fueron heridas dos personas"."""
    for child in verb.rights:
        if child.dep_ == "obj" and child.pos_ in NOMINAL_POS:
            bare = not case_words(child) and not has_label(verb, "nsubj:pass")
            child.dep_ = "nsubj:pass" if bare else "obl"


def case_words(token: Token) -> list[str]:
    """The words of the preposition of a phrase, lower case."""
    return [
        part.lower_
        for child in token.children
        if child.dep_ == "case" and child.i < token.i
        for part in child.subtree
    ]


def has_relative(entry: Language, verb: Token) -> bool:
    """Does a relative pronoun before the verb stand in its clause?"""
    words = [word for child in verb.lefts for word in (child, *child.children)]
    return any(
        word.lower_ in entry.relatives and word.pos_ in ("PRON", "DET", "ADV") for word in words
    )
