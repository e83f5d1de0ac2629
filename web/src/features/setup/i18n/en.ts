export const en = {
  title: "Welcome to your Vidstead",
  text: "Make your account. It is the site's first administrator.",
  submit: "Create the administrator",
  already: {
    title: "This site is set up",
    text: "It has an administrator already, and the one-time link is used up.",
    action: "Sign in",
  },
  noToken: {
    title: "Open the one-time link",
    text: "The server printed a link that begins with this page's address when it started. It ends with a secret that only who started the server has seen. Restart the server to get a new one.",
    action: "Look around first",
  },
} as const;
