import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { usePhone } from './components/common/media';
import { Trouble } from './components/common/Trouble';
import { InterventionBar } from './components/handles/InterventionBar';
import { useTouchDrag } from './components/common/useTouchDrag';
import { Header } from './components/header/Header';
import { Notices } from './components/notice/Notices';
import { followHash } from './components/common/reveal';
import { openData } from './components/common/open-data';
import { BUNDLED_DATA } from './storage/names';
import { noticeText } from './components/notice/text';
import { Opening } from './components/opening/Opening';
import { useScenarioNames } from './components/pickers/useScenarioNames';
import { RecommendationsPanel } from './components/recommendations/RecommendationsPanel';
import { BackbonePanel } from './components/backbone/BackbonePanel';
import { Boundary } from './components/shell/Boundary';
import { ContextPanel } from './components/context/ContextPanel';
import { Researchers } from './components/shell/Researchers';
import { LazySlot, Slot, useMayLoad } from './components/shell/Slot';
import { useShortcuts } from './components/shell/useShortcuts';
import { SupportSetPanel } from './components/support-set/SupportSetPanel';
import { followPointer } from './lessons/light';
import { useApp } from './store';
import { useLanguage, useStrings } from './strings';
import { speak } from './strings/speak';
import { LANGUAGES } from './strings/languages';
import './components/shell/shell.css';

/** The workbench, data flowing from left to right; the lessons and training below; then a door for researchers. */
export function App() {
  const t = useStrings();
  const language = useApp((s) => s.language);
  const spoken = useLanguage();
  const embed = useApp((s) => s.embed);
  const hidden = useApp((s) => s.hidden);
  const catalogueFailure = useApp((s) => s.catalogueFailure);
  const flow = useRef<HTMLDivElement>(null);
  const opening = useApp((s) => s.opening);
  const phone = usePhone();
  const pins = useApp((s) => s.pinned !== null);
  const mayLoad = useMayLoad();
  useShortcuts();
  useScenarioNames();

  useEffect(() => void speak(language), [language]);
  useEffect(() => followPointer(), []);
  useEffect(() => followHash(), []);
  useTouchDrag(flow);
  useEffect(() => {
    if (mayLoad) import('./theme/serif').catch(() => undefined); // the fallback serif stays
  }, [mayLoad]);

  const shows = (panel: string) => !hidden.includes(panel);
  return (
    <I18nProvider locale={LANGUAGES[spoken].locale}>
      {/* The list of movies is what most visitors come for. */}
      <a className="skip-link" href="#support-set">
        {t.common.skip}
      </a>
      {!embed && shows('header') && <Header />}
      <main className="workbench">
        {catalogueFailure && (
          <Trouble
            title={t.noticeLabels.catalogue}
            detail={noticeText(t, catalogueFailure.code, catalogueFailure.detail)}
            action={
              catalogueFailure.code === 'own-elsewhere'
                ? { label: t.noticeLabels.bundled, onPress: () => openData(BUNDLED_DATA) }
                : { label: t.common.tryAgain, onPress: () => location.reload() }
            }
          />
        )}
        {opening && (
          <Boundary>
            <Opening />
          </Boundary>
        )}
        <InterventionBar />
        <div className="narrator">{mayLoad && <Slot name="narrator" waiting={null} />}</div>
        <div className="flow" ref={flow}>
          <Boundary>
            <SupportSetPanel />
          </Boundary>
          {phone && mayLoad && <Slot name="phone-sheet" waiting={null} />}
          <Boundary>
            <ContextPanel />
          </Boundary>
          <Boundary>
            <BackbonePanel />
          </Boundary>
          <Boundary>
            <RecommendationsPanel />
          </Boundary>
        </div>
        {pins && <Slot name="compare" />}
        {/* What it learns must be seen: close to the instrument that shows it. */}
        {shows('training') && (
          <div className="second-row">
            <Slot name="training" />
          </div>
        )}
        {!embed && shows('lessons') && <LazySlot name="lessons" />}
        <Researchers />
      </main>
      <Notices />
    </I18nProvider>
  );
}
