/** Shows a chart in the document, as it is. */
export function show(svg: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const picture = document.importNode(documentElement, true) as Element as SVGSVGElement;
  document.body.append(picture);
  return picture;
}

/** A sentence for each text of a shown chart that leaves the picture or lies on another one. */
export function illegible(picture: SVGSVGElement): string[] {
  const { width, height } = picture.viewBox.baseVal;
  const texts = [...picture.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBBox() }));
  const outside = texts.filter(({ box }) => box.x < 0 || box.x + box.width > width || box.y + box.height > height);
  const clashes = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (overlap(one.box, other.box) ? [`"${one.words}" lies on "${other.words}"`] : [])),
  );
  return [...outside.map(({ words }) => `"${words}" leaves the picture`), ...clashes];
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  const apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !apart && one.y < other.y + other.height && other.y < one.y + one.height;
}
