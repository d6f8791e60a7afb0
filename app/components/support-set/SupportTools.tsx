import { Eraser, Redo2, RotateCcw, Shuffle, Undo2 } from 'lucide-react';
import { useApp } from '../../store';
import { engine } from '../../engine';
import { clear, reorder, sameSupport } from '../../store/support-edits';
import { useStrings } from '../../strings';
import { freshSeed } from '../common/fresh-seed';
import { IconButton } from '../common/IconButton';
import { createRandom } from '../../../src/data/random';

/** Undo, redo, shuffle, clear, and the way back to the genre's own support set. */
export function SupportTools() {
  const t = useStrings().support;
  const setting = useApp((s) => s.setting);
  const size = useApp((s) => s.support[s.setting].items.length);
  const canUndo = useApp((s) => s.history[s.setting].past.length > 0);
  const canRedo = useApp((s) => s.history[s.setting].future.length > 0);
  const isOwn = useApp(
    ({ ownSupport, support }) =>
      ownSupport?.genre === support.scenario.genre &&
      sameSupport(ownSupport.items, support.scenario.items),
  );
  const editSupport = useApp((s) => s.editSupport);
  const undo = useApp((s) => s.undo);
  const redo = useApp((s) => s.redo);
  return (
    <div className="support-tools" role="group" aria-label={t.tools}>
      <IconButton label={t.undo} onPress={undo} isDisabled={!canUndo}>
        <Undo2 size={15} aria-hidden />
      </IconButton>
      <IconButton label={t.redo} onPress={redo} isDisabled={!canRedo}>
        <Redo2 size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t.shuffle}
        hint={t.shuffleHelp}
        onPress={() => editSupport(reorder(createRandom(freshSeed())))}
        isDisabled={size < 2}
      >
        <Shuffle size={15} aria-hidden />
      </IconButton>
      <IconButton label={t.clear} onPress={() => editSupport(clear)} isDisabled={size === 0}>
        <Eraser size={15} aria-hidden />
      </IconButton>
      {setting === 'scenario' && (
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
