import { Eraser, Redo2, RotateCcw, Shuffle, Undo2 } from 'lucide-react';
import { useApp } from '../../store';
import { engine } from '../../store/engine';
import { clear, reorder, sameSupport } from '../../store/support-edits';
import { useStrings } from '../../strings';
import { freshSeed } from '../common/fresh-seed';
import { IconButton } from '../common/IconButton';
import { createRandom } from '../../../src/data/random';

/** Undo, redo, shuffle, clear, and the way back to the genre's own support set. */
export function SupportTools() {
  const t = useStrings().support;
  const setting = useApp((s) => s.setting);
  const items = useApp((s) => s.support[s.setting].items);
  const { past, future } = useApp((s) => s.history[s.setting]);
  const isOwn = useApp(
    ({ ownSupport, support }) =>
      ownSupport?.genre === support.genre.genre &&
      sameSupport(ownSupport.items, support.genre.items),
  );
  const editSupport = useApp((s) => s.editSupport);
  const undo = useApp((s) => s.undo);
  const redo = useApp((s) => s.redo);
  return (
    <div className="support-tools" role="group" aria-label={t.tools}>
      <IconButton label={t.undo} onPress={undo} isDisabled={past.length === 0}>
        <Undo2 size={15} aria-hidden />
      </IconButton>
      <IconButton label={t.redo} onPress={redo} isDisabled={future.length === 0}>
        <Redo2 size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t.shuffle}
        hint={t.shuffleHelp}
        onPress={() => editSupport(reorder(createRandom(freshSeed())))}
        isDisabled={items.length < 2}
      >
        <Shuffle size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t.clear}
        onPress={() => editSupport(clear)}
        isDisabled={items.length === 0}
      >
        <Eraser size={15} aria-hidden />
      </IconButton>
      {setting === 'genre' && (
        <IconButton
          className="support-own"
          label={t.ownHelp}
          onPress={() => void engine.restoreOwn()}
          isDisabled={isOwn}
        >
          <RotateCcw size={13} aria-hidden /> {t.own}
        </IconButton>
      )}
    </div>
  );
}
