import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        You like horror, and you like romantic comedies. Averaged, your films are a{' '}
        <Lit part="context">context</Lit> that is neither: one list of numbers cannot be in two
        places.
      </p>
      <p>
        So let every candidate look at your films itself. It compares its own features with those of
        each film, gives each a weight, and reads the weighted mean: a horror film leans on your
        horror films, a comedy on your comedies. Likes and dislikes are weighed apart. This{' '}
        <em>attention by candidate</em> is a fourth kind of <Lit part="hybrid">hybrid context</Lit>,
        not in the paper. It is still one forward pass, and all that was learned is what counts as
        alike.
      </p>
      <p>
        Below, both read the same support set. Press a pair; the lines show whose likes each
        recommendation stands on. With the slider the weights become all alike, and what attention
        added is gone.
      </p>
      <p>
        How much it is worth was measured on tasks that were declared beforehand, for visitors whom
        no training had seen. Of their held-out likes the first twenty hold{' '}
        <Fact of="two-tastes, attention" />% with attention and <Fact of="two-tastes, plain" />%
        without, where a support set mixes two tastes; <Fact of="but-not, attention" />% and{' '}
        <Fact of="but-not, plain" />% where it says this but not that; and{' '}
        <Fact of="ordinary, attention" />% and <Fact of="ordinary, plain" />% with one taste, where
        one vector is enough.
      </p>
      <p>
        What does it come from? The controls were run with people whom the model knows, five times
        each. Weights that are all alike gain less than attention with two tastes, and more with
        this-but-not-that: there it is enough to weigh likes and dislikes apart. FiLM alone gains
        neither, and on top of attention it gains only where few films are known. All this is with
        many films of each taste. With four, as in the pairs below, the gain is small, and a single
        pair can go either way; the first one goes well. The lab has the differences with their
        intervals, <code>docs/two-tastes.md</code> all of it.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'One number list, two tastes',
  gist: 'An average of horror and comedy is neither; attention can hold both.',
  Body,
  action: 'Turn one of the liked films into a dislike, here or by dragging it in the support set.',
  noticed: 'Likes and dislikes are weighed apart: this, but not that, without the two cancelling.',
};
