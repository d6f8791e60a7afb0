/*
 * Shows one sentence instead of a broken page where the browser is too old for it. Written for any
 * browser since 2010: no module, no syntax of later years. What is asked for stands in
 * app/minimum-browsers.ts; app/main.tsx starts nothing where `data-too-old` is set.
 */
(function () {
  var css = window.CSS;
  var isFit =
    css &&
    css.supports &&
    css.supports('color', 'light-dark(red, blue)') &&
    'CSSPropertyRule' in window &&
    'noModule' in document.createElement('script');
  if (isFit) return;
  document.documentElement.setAttribute('data-too-old', '');
  var said = document.getElementById('too-old');
  var wish = (/[?&]lang=(\w+)/.exec(location.search) || [])[1] || navigator.language || 'en';
  var sentences = said.children;
  var own = 0;
  var i;
  for (i = 0; i < sentences.length; i++) {
    if (wish.indexOf(sentences[i].lang) === 0) own = i;
  }
  for (i = 0; i < sentences.length; i++) sentences[i].style.display = i === own ? '' : 'none';
  said.removeAttribute('hidden');
  said.setAttribute('role', 'alert');
})();
