import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Ordinary learning has examples. Learning to learn has <em>tasks</em>, and each task carries
        its own small set of examples. On this page a task is a taste: horror films with aliens in
        them, or comedies of the 1990s, or one person’s likes.
      </p>
      <p>
        Every task is cut in two. The <Lit part="support">support set</Lit> is what the network may
        look at before it answers. The <em>query set</em> is what it is then asked about and graded
        on. No pair is in both, or the exam would be a memory test. A film that one person likes
        here may be liked by another there; so where this page measures, a film of the support set
        is neither ranked nor counted.
      </p>
      <p>
        Tasks are cut in two as well. Some are for <em>meta-training</em>: the network practises on
        them. The others are for <em>meta-testing</em>, and it never sees them while it learns. When
        the list on the right is good for a held-out genre, the network has not remembered that
        genre. It has learned to read one.
      </p>
      <p>
        There are two kinds of cold start here, as in the paper. In <em>Genre</em>, a task is a kind
        of film and the question is which films come first. In <em>New visitor</em>, a task is a
        person and the question is how many stars they would give.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'A taste is a task',
  gist: 'Learning to learn has tasks where ordinary learning has examples.',
  Body,
  action: 'Choose another genre. Its films arrive one by one: each is one more support pair.',
  noticed:
    'Eight films were enough to move the ranking to another part of the catalogue. The network’s weights did not change.',
};
