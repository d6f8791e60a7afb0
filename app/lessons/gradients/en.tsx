import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        The baselines adapt by doing what training does, only briefly. MeLU copies the network,
        takes a few gradient steps on the support set, and answers with the copy. s²Meta learns how
        large each step should be, and when to stop. Both are good at it: a gradient looks at the
        actual error, while a forward pass must have foreseen it.
      </p>
      <p>
        The price is paid at every visit. Each inner step goes forward and backward through all
        support pairs, and needs a network that can be changed while it serves, which few production
        systems allow. With k steps over m pairs, adaptation costs k times a forward and a backward
        pass; CMML pays one forward pass.
      </p>
      <p>
        <Lit part="race">The race</Lit> runs all of them on the support set that is now in the tray,
        on the same machine, with the same tensors. It counts the passes, measures the milliseconds
        and grades them on films none of them was shown. Where gradients win, you will see it.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Gradient steps against one pass',
  gist: 'The baselines take a few steps of training at every visit; here is what that buys and costs.',
  Body,
  action: 'Run the race once.',
  noticed:
    'Those are your machine’s milliseconds. Run it over many validation tasks for the spread.',
};
