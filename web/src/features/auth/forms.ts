import * as z from "zod/mini";

// Compiling checks with eval is what the content security policy forbids.
z.config({ jitless: true });

/** What is wrong with a field: keys of the texts under `errors`. */
export type FieldCode = "required" | "username" | "email" | "password_short" | "password_long" | "display_name";

const password = z.string().check(z.minLength(10, "password_short"), z.maxLength(200, "password_long"));

export const registration = z.object({
  username: z.string().check(z.regex(/^[a-z0-9_.-]{3,50}$/, "username")),
  display_name: z.string().check(z.maxLength(100, "display_name")),
  email: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, "email"), z.maxLength(255, "email")),
  password,
});
export type Registration = z.infer<typeof registration>;

export const login = z.object({
  login: z.string().check(z.minLength(1, "required")),
  password: z.string().check(z.minLength(1, "required")),
});
export type Login = z.infer<typeof login>;

export const passwordChange = z.object({
  current_password: z.string().check(z.minLength(1, "required")),
  new_password: password,
});
export type PasswordChange = z.infer<typeof passwordChange>;
