import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        The <em>context encoder</em> has one duty: to turn a set of pairs, however many, into one
        list of numbers of fixed length. The shortest way is to pass each{' '}
        <Lit part="support">support pair</Lit> through the same small network and to average what
        comes out; the page’s model adds the average of the films’ own vectors, with a minus for
        disliked ones. The result is the <Lit part="context">context C</Lit>, and it is a point on
        the map.
      </p>
      <p>
        An average does not care who came first. Shuffle the support set and the point stays exactly
        where it is. A recurrent network (the paper’s default, a GRU) reads the pairs one after
        another and could care. It is trained on shuffled sets so that it learns not to.
      </p>
      <p>
        In the paper the recurrent encoder wins. On the small data of this page averaging ranks as
        well, and it does not have to read one pair after another. The lab shows both, measured the
        same way; so the page starts with the average.
      </p>
      <p>
        Is the map something the encoder learned, or would any average of film features look like
        this? A fair question: switch the map to <em>raw features</em> and compare. The families are
        easy to tell apart there, too. A neat map alone proves little.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Squeezing a set into a point',
  gist: 'However many films there are, the encoder makes one list of numbers of them: a point on the map.',
  Body,
  action: 'Shuffle the order of the support set, and look at the point on the map.',
  noticed:
    'With the mean encoder nothing moved. Now choose the GRU encoder and shuffle again: it can tell the difference.',
};
