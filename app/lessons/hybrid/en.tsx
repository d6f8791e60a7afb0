import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        The context knows the taste, but it is the same for every film in the catalogue. What
        matters is how this taste meets <em>this</em> film.
      </p>
      <p>
        So the <Lit part="context">context</Lit> is multiplied, number by number, with the film’s
        own feature vector. Where the taste is strong and the film has the feature, the product is
        large. Where either is near zero, it is near zero. The result, the{' '}
        <Lit part="hybrid">hybrid context</Lit>, is different for every candidate, and costs one
        multiplication a feature.
      </p>
      <p>
        Small as it is, this step does most of the work on our data. A plain network that reads the
        product directly ranks as well as a deeply modulated one. We tell you so here because the
        lab would show it anyway: the modulation you are about to meet shows <em>where</em>{' '}
        adaptation happens in the network; on this data set it is not what makes the ranking better.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Where taste meets film',
  gist: 'The taste is the same for every film; its product with a film is not.',
  Body,
  action:
    'Choose another film in the recommendations, and see the modulated backbone change while the support set stays the same.',
  noticed:
    'Same taste, another film: the hybrid context is different, and so is everything after it.',
};
