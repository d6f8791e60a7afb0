import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        FiLM stands for feature-wise linear modulation. For each unit of each layer, the{' '}
        <Lit part="modulation">modulation network</Lit> gives two numbers. Gamma multiplies the
        unit’s value, beta is added to it. With gamma at 1 and beta at 0 the layer is left as it was
        trained.
      </p>
      <p>
        The picture draws one cell for each unit. A pale cell is untouched. Orange is below the
        neutral value, purple is above it. A gamma near zero silences a unit for this pair; a
        negative gamma turns its meaning round.
      </p>
      <p>
        A wide layer has a great many ways to be bent, and this freedom by itself ranks no better:
        in the paper’s own table over five seeds its four ways of modulating lie within a point of
        each other.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Two numbers for every unit',
  gist: 'The taste turns each unit up or down: one number multiplies it, another is added.',
  Body,
  action:
    'Choose a film far down the list and compare its cells with those of the first. Hover a cell for its exact values.',
  noticed:
    'The support set and the weights are the same. What differs is the film, its product with the context, and the cells made from that.',
};
