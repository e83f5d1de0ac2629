import { redirect } from "@tanstack/react-router";
import { session } from "@/api/client";

/** For `beforeLoad` of pages that need an account: anonymous visitors sign in first and come back. */
export async function requireSignedIn({ location }: { location: { href: string } }): Promise<void> {
  if ((await session.accessToken()) === null) {
    throw redirect({ to: "/login", search: { redirect: location.href } });
  }
}
