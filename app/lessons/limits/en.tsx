import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>A tool is trusted when its edges are known. These are the ones we found.</p>
      <ul>
        <li>
          <strong>Two tastes at once.</strong> One context is one point. Like three horror films and
          three romances, and the <Lit part="context">point</Lit> lands between them, where few
          films live.
        </li>
        <li>
          <strong>A wrong support set is believed.</strong> Given another genre’s films, the ranking
          follows them all the way. That is proof that adaptation works, and a warning.
        </li>
        <li>
          <strong>Simple methods are close.</strong> Of people whose history nobody knows, on this
          small data, films that the same viewers liked (item-kNN) find the other likes as well as
          the network does, and folding the person into a matrix factorisation nearly as well. For
          whole genres, the genres’ profile does as well. The measurements lie with the page’s
          source, in <code>docs/results/visitor.json</code>.
        </li>
        <li>
          <strong>Modulation is not magic here.</strong> The product of context and film, the{' '}
          <Lit part="hybrid">hybrid context</Lit>, carries the gain. Deep modulation on top of it
          does not raise recall on this data set.
        </li>
        <li>
          <strong>The data has a history.</strong> These ratings come from a few hundred people who
          chose to rate films, none later than October 2016. What they never rated, the model can
          hardly place.
        </li>
      </ul>
    </>
  );
}

export const en: LessonText = {
  title: 'Where it fails',
  Body,
  action: 'Make it fail: add three films of an opposite kind, and judge the list that comes out.',
  noticed: 'One point cannot be in two places. What would you change in the encoder?',
};
