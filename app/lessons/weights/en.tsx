import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        A network’s weights are usually fixed once training ends. A <em>hypernetwork</em> is a
        network whose output is used as the weights of another one. That other network can then be a
        different one for every task, without a training step.
      </p>
      <p>
        Generating all weights would be a great many numbers. The simplest variant of the paper
        generates only the last layer: from the <Lit part="hybrid">hybrid context</Lit> comes one
        weight for each unit of the <Lit part="backbone">backbone</Lit>’s final layer, and one bias.
        The score is their weighted sum.
      </p>
      <p>
        The next step is to touch every layer, gently. <em>Sigmoid gates</em> multiply each unit by
        a number between 0 and 1: a dimmer for every unit, turned by the taste.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Weights made to order',
  gist: 'One network writes the weights of another, anew for each taste.',
  Body,
  action: 'Under Training, choose the modulation “linear” or “sigmoid”.',
  noticed:
    'This variant has its own parameters. If it starts untrained, press play: it learns in the browser, in front of you.',
};
