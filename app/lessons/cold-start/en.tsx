import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Somebody you have never met tells you four films they liked. Which others would they like?
        You make a fair guess at once. You do not need to have seen a thousand of their evenings,
        and you do not sit down to practise first.
      </p>
      <p>
        Most recommenders cannot do that. They learn a person by watching that person for a long
        time. Someone who has just arrived, or a shelf that opened this morning, gives them nothing
        to learn from. This is the <em>cold start</em>.
      </p>
      <p>
        The network on this page was trained on many small tastes, so that it could read a new one.
        It takes a handful of films, the <Lit part="support">support set</Lit>, squeezes them into
        one list of numbers, the <Lit part="context">context</Lit>, and lets that context bend its
        own layers while it scores every film in the catalogue. One pass through the network, from
        left to right, and the <Lit part="recommendations">ranking</Lit> is there. Nothing was
        trained for you, and no gradient was computed.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Four films and a stranger’s taste',
  gist: 'A handful of films is all that is known of a newcomer, and it has to be enough.',
  Body,
  action:
    'Add one film of another kind to the liked films: drag it, tap its plus sign, or search for it. Watch the point on the map, and the list.',
  noticed:
    'You changed one film, and the whole ranking was computed again. That took one forward pass.',
};
