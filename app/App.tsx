import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Trouble } from './components/common/Trouble';
import { HeldBar } from './components/handles/HeldBar';
import { useTouchDrag } from './components/common/useTouchDrag';
import { Header } from './components/header/Header';
import { Notices } from './components/notice/Notices';
import { noticeText } from './components/notice/text';
import { RecommendationsPanel } from './components/recommendations/RecommendationsPanel';
import { BackbonePanel } from './components/shell/BackbonePanel';
import { Boundary } from './components/shell/Boundary';
import { ContextPanel } from './components/shell/ContextPanel';
import { LaterSlot, Slot, useLater } from './components/shell/Slot';
import { useShortcuts } from './components/shell/useShortcuts';
import { SupportSetPanel } from './components/support-set/SupportSetPanel';
import { followPointer } from './lessons/light';
import { useApp } from './store';
import { speak, useLanguage, useStrings } from './strings';
import './components/shell/shell.css';

/** The workbench, data flowing from left to right; training, race and lab below; then the article. */
export function App() {
  const t = useStrings();
  const language = useApp((s) => s.language);
  const spoken = useLanguage();
  const theme = useApp((s) => s.theme);
  const embed = useApp((s) => s.embed);
  const hidden = useApp((s) => s.hidden);
  const catalogueFailure = useApp((s) => s.catalogueFailure);
  const flow = useRef<HTMLDivElement>(null);
  const pins = useApp((s) => s.pinned !== null);
  const later = useLater();
  useShortcuts();

  useEffect(() => void speak(language), [language]);
  useEffect(() => followPointer(), []);
  useTouchDrag(flow);
  useEffect(() => {
    if (later) import('./theme/serif').catch(() => undefined); // the fallback serif stays
  }, [later]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);

  const shows = (panel: string) => !hidden.includes(panel);
  return (
    <I18nProvider locale={spoken === 'zh' ? 'zh-CN' : 'en-US'}>
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
            action={{ label: t.common.tryAgain, onPress: () => location.reload() }}
          />
        )}
        <div className="flow" ref={flow}>
          <Boundary name="support-set">
            <SupportSetPanel />
          </Boundary>
          <Boundary name="context">
            <ContextPanel />
          </Boundary>
          <Boundary name="backbone">
            <BackbonePanel />
          </Boundary>
          <Boundary name="recommendations">
            <RecommendationsPanel />
          </Boundary>
        </div>
        {pins && <Slot name="compare" />}
        <div className="second-row">
          {shows('training') && <Slot name="training" />}
          {shows('race') && <LaterSlot name="race" />}
        </div>
        <div className="further">
          {shows('lab') && <LaterSlot name="lab" />}
          <LaterSlot name="import" />
        </div>
        {!embed && shows('lessons') && <LaterSlot name="lessons" />}
      </main>
      <HeldBar />
      <Notices />
    </I18nProvider>
  );
}
