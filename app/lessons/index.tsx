import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMedia } from '../components/common/media';
import { Place } from '../components/common/Place';
import { useApp } from '../store';
import { useLazyStrings } from '../strings/lazy';
import { LESSONS } from './all';
import { Instrument } from './Instrument';
import { anchorOf, LessonSection } from './LessonSection';
import './lessons.css';
import './flow-map.css';
import type { LessonTexts } from './lesson';
import { loadTexts } from './texts';

const DONE_KEY = 'cmml.lessons';

/** Lessons done on this machine; forgotten where storage is blocked. */
function rememberedDone(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(DONE_KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

function remember(done: ReadonlySet<string>): void {
  try {
    localStorage.setItem(DONE_KEY, JSON.stringify([...done]));
  } catch {
    // Storage is blocked or full: the ticks last as long as the page is open.
  }
}

/** So wide that the instrument stands beside the words. */
const BESIDE = '(min-width: 1181px)';

/** The article below the workbench: eleven lessons in a reading column, one of them open at a time. */
export default function Lessons() {
  const { lessons: strings, browsers } = useLazyStrings();
  const language = useApp((state) => state.language);
  const opened = useApp((state) => state.lesson);
  const setLesson = useApp((state) => state.setLesson);
  const [texts, setTexts] = useState<LessonTexts | null>(null);
  const [done, setDone] = useState(rememberedDone);
  const [active, setActive] = useState<string | null>(null);
  const beside = useMedia(BESIDE);

  useEffect(() => {
    let gone = false;
    void loadTexts(language).then((loaded) => !gone && setTexts(loaded));
    return () => {
      gone = true;
    };
  }, [language]);
  /** Opened by a press on this page, which has scrolled to where it should be: no link was followed. */
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (!opened || !texts || pressed.current === opened) return;
    document.getElementById(anchorOf(opened))?.scrollIntoView();
  }, [opened, texts]);

  if (!texts) return <Place name="lessons" />;
  const finish = (id: string): void =>
    setDone((before) => {
      const after = new Set(before).add(id);
      remember(after);
      return after;
    });
  const open = (id: string | null): void => {
    pressed.current = id;
    setLesson(id);
  };
  /** Opens or closes; the heading stays where it was pressed, whatever closed above it. */
  const toggle = (id: string, heading: Element): void => {
    const before = heading.getBoundingClientRect().top;
    flushSync(() => open(id === opened ? null : id));
    scrollBy({ top: heading.getBoundingClientRect().top - before, behavior: 'instant' });
  };
  const isWide = LESSONS.some((lesson) => lesson.id === opened && lesson.isWide);
  const count = LESSONS.filter(({ id }) => done.has(id)).length;
  return (
    <article className="lessons" id="lessons" lang={language} data-wide={isWide || undefined}>
      <div className="lesson-column">
        <header>
          <h2>{strings.title}</h2>
          <p>{strings.intro}</p>
          <p className="lessons-progress">{strings.progress(count, LESSONS.length)}</p>
        </header>
        {LESSONS.map((lesson, index) => (
          <LessonSection
            key={lesson.id}
            lesson={lesson}
            text={texts[lesson.id]}
            number={index + 1}
            isOpen={opened === lesson.id}
            isDone={done.has(lesson.id)}
            isActive={active === lesson.id}
            onActive={setActive}
            onDone={finish}
            onOpen={open}
            onToggle={toggle}
          />
        ))}
        <footer className="lessons-foot">{browsers.needs}</footer>
      </div>
      {beside && !isWide && <Instrument />}
    </article>
  );
}
