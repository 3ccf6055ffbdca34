// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** What tells a wall from a page beside its words: headings, fields for credentials, puzzles that are to be solved. */
export function readSigns(): { headings: string[]; credentialFields: number; puzzles: number; media: number } {
  const root: HTMLElement = Reflect.get(Document.prototype, 'documentElement', document); // a form named so hides the document's own
  const shown = (selector: string) =>
    Array.from(root.querySelectorAll<HTMLElement>(selector))
      .slice(0, 200)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 8 && height > 8 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      });
  const makers = ['recaptcha', 'hcaptcha', 'challenges.cloudflare', 'captcha', 'geetest', 'turnstile', 'arkoselabs'];
  const maker = makers.map((one) => `[src*="${one}"]`).join(',');
  return {
    headings: shown('h1, h2, h3').map((element) => element.innerText.trim().slice(0, 200)),
    credentialFields: shown('input[type="password"], input[type="tel"], input[autocomplete="username"]').length,
    puzzles: shown(makers.map((maker) => `iframe[src*="${maker}"], div[class*="${maker}"]`).join(',')).filter(
      (element) => element.getBoundingClientRect().width > 150,
    ).length,
    media: shown('img, video, canvas, iframe, object, embed, svg').filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width >= 120 && height >= 120 && !element.matches(maker);
    }).length,
  };
}
