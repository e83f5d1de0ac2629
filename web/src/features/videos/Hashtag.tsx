import { Link } from "@tanstack/react-router";

/** Leads to what else bears the tag. */
export const Hashtag = ({ tag }: { tag: string }) => (
  <Link
    to="/search"
    search={{ q: /\s/.test(tag) ? `"${tag}"` : `#${tag}` }}
    className="rounded-small text-accent hover:underline"
  >
    #{tag}
  </Link>
);

/** For texts that have some. */
export const hashtag = (tag: string) => <Hashtag tag={tag} />;
