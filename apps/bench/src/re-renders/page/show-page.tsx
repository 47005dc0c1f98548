import type { ComponentType, ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type Product, products } from '../shop/product.ts';
import type { PageSize } from './page-size.ts';
import { sectionNames, teaserKinds, type Variant } from './variant.ts';

interface Part {
  readonly name: string;
  readonly Content: ComponentType;
}

/**
 * Shows the page: fifteen sections in one root (1), each in a root of its own (15), or with 45 teasers more (60).
 *
 * @returns the roots, to be unmounted
 */
export function showPage(variant: Variant, size: PageSize, place: Element): Root[] {
  const sections = sectionNames.map((name) => ({ name, Content: variant.sections[name] }));
  if (size === 1) return [mount(variant, { name: 'shop', Content: all(sections) }, place)];
  const parts = size === 60 ? [...sections, ...teasersOf(variant)] : sections;
  return parts.map((part) => mount(variant, part, place));
}

function mount({ wrap }: Variant, { name, Content }: Part, place: Element): Root {
  const container = document.createElement('div');
  container.className = 'micro-frontend';
  place.append(container);
  const root = createRoot(container);
  root.render(wrap(name, <Content />));
  return root;
}

function all(parts: readonly Part[]): ComponentType {
  return () => parts.map(({ name, Content }) => <Content key={name} />);
}

function teasersOf({ teasers }: Variant): Part[] {
  return teaserKinds.flatMap((kind) =>
    products.slice(0, 15).map((product) => ({ name: `${kind}-${product.sku}`, Content: withProduct(teasers[kind], product) })),
  );
}

function withProduct(Teaser: Variant['teasers'][keyof Variant['teasers']], product: Product): ComponentType {
  return (): ReactElement => <Teaser product={product} />;
}
