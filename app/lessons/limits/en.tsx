import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>A tool is trusted when its edges are known. These are the ones we found.</p>
      <ul>
        <li>
          <strong>Two tastes at once.</strong> One context is one point. Like three horror films and
          three romances, and the <Lit part="context">point</Lit> lands between them, where few
          films live. Attention by candidate, in the lesson before, mends a part of it: of two
          tastes in one support set the first twenty find <Fact of="two-tastes, attention" />%
          instead of <Fact of="two-tastes, plain" />
          %.
        </li>
        <li>
          <strong>A wrong support set is believed.</strong> Given another genre’s films, the ranking
          follows them all the way. That is proof that adaptation works, and a warning.
        </li>
        <li>
          <strong>Simple methods are close.</strong> From five likes of a stranger the network finds{' '}
          <Fact of="anonymous, CMML-FiLM, person" />% of the others among its first twenty, and
          films that the same viewers liked (item-kNN) find{' '}
          <Fact of="anonymous, item-kNN, person" />
          %. From five likes of a genre it finds <Fact of="anonymous, CMML-FiLM, genre" />
          %, and the genres’ profile times popularity <Fact of="anonymous, genre profile, genre" />
          %. Each of the two simple methods is weak at the other’s task: item-kNN has{' '}
          <Fact of="anonymous, item-kNN, genre" />% there, the profile{' '}
          <Fact of="anonymous, genre profile, person" />% here. The lab shows both at once. That
          tuned ordinary models match meta-learning on such tests is known (arXiv 2308.08354).
        </li>
        <li>
          <strong>Gradients win on ratings.</strong> With nothing but the paper’s loss, FiLM misses
          by <Fact of="rating, CMML-FiLM" /> stars on average and MetaCS-DNN, which takes gradient
          steps, by <Fact of="rating, MetaCS-DNN" />.
        </li>
        <li>
          <strong>Modulation is not magic here.</strong> The product of context and film, the{' '}
          <Lit part="hybrid">hybrid context</Lit>, carries the gain. With one taste at a time, deep
          modulation on top of it does not raise recall on this data set.
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
  gist: 'Six things that it does badly, with their numbers.',
  Body,
  action: 'Make it fail: add three films of an opposite kind, and judge the list that comes out.',
  noticed: 'One point cannot be in two places. What would you change in the encoder?',
};
