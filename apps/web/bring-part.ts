/** Brings a part of the app that comes later: its styles are there before it is drawn, its scripts are asked for at once. */

/** Styles on their way or here, by address; one that failed is forgotten, so that the next try asks again. */
const styles = new Map<string, Promise<void>>();

/** Puts a link to a file of the build into the page. */
const linkTo = (rel: string, href: string): HTMLLinkElement => {
  const link = document.createElement("link");
  link.rel = rel;
  link.href = href;
  link.crossOrigin = "";
  document.head.append(link);
  return link;
};

const style = (href: string): Promise<void> => {
  const known = styles.get(href);
  if (known !== undefined) return known;
  const coming = new Promise<void>((here, lost) => {
    const link = linkTo("stylesheet", href);
    link.onload = () => here();
    link.onerror = () => {
      styles.delete(href);
      link.remove();
      lost(new Error(`no style ${href}`));
    };
  });
  styles.set(href, coming);
  return coming;
};

/** Whether the page itself, or an earlier part, has asked for that file. */
const asked = (href: string): boolean => document.querySelector(`link[href="${href}"]`) !== null;

/**
 * The build puts this around every late import: `load` imports the part, `files` are the files it needs, from the root
 * of the app. Rejects when a style or the script cannot be had; what goes before it in the page is not asked for twice.
 */
export const bringPart = async <T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> => {
  const hrefs = files.map((file) => `/${file}`);
  for (const href of hrefs) if (!href.endsWith(".css") && !asked(href)) linkTo("modulepreload", href);
  await Promise.all(hrefs.filter((href) => href.endsWith(".css") && (styles.has(href) || !asked(href))).map(style));
  return load();
};
