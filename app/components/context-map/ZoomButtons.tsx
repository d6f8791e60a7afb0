import { Maximize2, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import { useLazyStrings } from '../../strings/lazy';
import { IconButton } from '../common/IconButton';

interface ZoomButtonsProps {
  zoomBy: (factor: number) => void;
  reset: () => void;
  isWhole: boolean;
}

/** Zoom for the keyboard, and for those who do not know of Ctrl and the wheel. */
export const ZoomButtons = memo(function ZoomButtons({ zoomBy, reset, isWhole }: ZoomButtonsProps) {
  const strings = useLazyStrings().map;
  return (
    <div className="map-zoom" data-no-export>
      <IconButton label={strings.zoomIn} onPress={() => zoomBy(1.6)}>
        <Plus size={14} />
      </IconButton>
      <IconButton label={strings.zoomOut} onPress={() => zoomBy(1 / 1.6)}>
        <Minus size={14} />
      </IconButton>
      <IconButton label={strings.zoomReset} onPress={reset} isDisabled={isWhole}>
        <Maximize2 size={13} />
      </IconButton>
    </div>
  );
});
