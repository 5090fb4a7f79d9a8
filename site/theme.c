// The theme's files as bytes (C23 #embed): the compiler reads them, so the program needs none of them to run.
#include "theme.h"

static const unsigned char assets_emails_css[] = {
#embed "assets/emails.css" if_empty(0)
};
static const unsigned char assets_emails_js[] = {
#embed "assets/emails.js" if_empty(0)
};
static const unsigned char assets_help_css[] = {
#embed "assets/help.css" if_empty(0)
};
static const unsigned char assets_icon_svg[] = {
#embed "assets/icon.svg" if_empty(0)
};
static const unsigned char assets_moderators_css[] = {
#embed "assets/moderators.css" if_empty(0)
};
static const unsigned char assets_moderators_js[] = {
#embed "assets/moderators.js" if_empty(0)
};
static const unsigned char assets_draft_css[] = {
#embed "assets/draft.css" if_empty(0)
};
static const unsigned char assets_print_css[] = {
#embed "assets/print.css" if_empty(0)
};
static const unsigned char assets_search_js[] = {
#embed "assets/search.js" if_empty(0)
};
static const unsigned char assets_site_css[] = {
#embed "assets/site.css" if_empty(0)
};
static const unsigned char assets_site_js[] = {
#embed "assets/site.js" if_empty(0)
};
static const unsigned char pages_actions_md[] = {
#embed "pages/actions.md" if_empty(0)
};
static const unsigned char pages_how_policies_are_made_md[] = {
#embed "pages/how-policies-are-made.md" if_empty(0)
};
static const unsigned char templates_bigsearch_mustache[] = {
#embed "templates/bigsearch.mustache" if_empty(0)
};
static const unsigned char templates_changelist_mustache[] = {
#embed "templates/changelist.mustache" if_empty(0)
};
static const unsigned char templates_footer_links_mustache[] = {
#embed "templates/footer-links.mustache" if_empty(0)
};
static const unsigned char templates_footer_mustache[] = {
#embed "templates/footer.mustache" if_empty(0)
};
static const unsigned char templates_head_mustache[] = {
#embed "templates/head.mustache" if_empty(0)
};
static const unsigned char templates_header_mustache[] = {
#embed "templates/header.mustache" if_empty(0)
};
static const unsigned char templates_help_404_mustache[] = {
#embed "templates/help-404.mustache" if_empty(0)
};
static const unsigned char templates_help_article_mustache[] = {
#embed "templates/help-article.mustache" if_empty(0)
};
static const unsigned char templates_help_az_mustache[] = {
#embed "templates/help-az.mustache" if_empty(0)
};
static const unsigned char templates_help_changes_mustache[] = {
#embed "templates/help-changes.mustache" if_empty(0)
};
static const unsigned char templates_help_home_mustache[] = {
#embed "templates/help-home.mustache" if_empty(0)
};
static const unsigned char templates_help_page_mustache[] = {
#embed "templates/help-page.mustache" if_empty(0)
};
static const unsigned char templates_help_search_mustache[] = {
#embed "templates/help-search.mustache" if_empty(0)
};
static const unsigned char templates_help_theme_mustache[] = {
#embed "templates/help-theme.mustache" if_empty(0)
};
static const unsigned char templates_letter_dark_mustache[] = {
#embed "templates/letter-dark.mustache" if_empty(0)
};
static const unsigned char templates_letter_styles_json[] = {
#embed "templates/letter-styles.json" if_empty(0)
};
static const unsigned char templates_letter_mustache[] = {
#embed "templates/letter.mustache" if_empty(0)
};
static const unsigned char templates_mail_gallery_mustache[] = {
#embed "templates/mail-gallery.mustache" if_empty(0)
};
static const unsigned char templates_mail_page_mustache[] = {
#embed "templates/mail-page.mustache" if_empty(0)
};
static const unsigned char templates_mod_calibration_mustache[] = {
#embed "templates/mod-calibration.mustache" if_empty(0)
};
static const unsigned char templates_mod_emails_mustache[] = {
#embed "templates/mod-emails.mustache" if_empty(0)
};
static const unsigned char templates_mod_home_mustache[] = {
#embed "templates/mod-home.mustache" if_empty(0)
};
static const unsigned char templates_mod_round_mustache[] = {
#embed "templates/mod-round.mustache" if_empty(0)
};
static const unsigned char templates_mod_workflow_mustache[] = {
#embed "templates/mod-workflow.mustache" if_empty(0)
};
static const unsigned char templates_toc_mustache[] = {
#embed "templates/toc.mustache" if_empty(0)
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct bylaw_theme_file files[] = {
    FILE_OF("assets/emails.css", assets_emails_css),
    FILE_OF("assets/emails.js", assets_emails_js),
    FILE_OF("assets/help.css", assets_help_css),
    FILE_OF("assets/icon.svg", assets_icon_svg),
    FILE_OF("assets/moderators.css", assets_moderators_css),
    FILE_OF("assets/moderators.js", assets_moderators_js),
    FILE_OF("assets/draft.css", assets_draft_css),
    FILE_OF("assets/print.css", assets_print_css),
    FILE_OF("assets/search.js", assets_search_js),
    FILE_OF("assets/site.css", assets_site_css),
    FILE_OF("assets/site.js", assets_site_js),
    FILE_OF("pages/actions.md", pages_actions_md),
    FILE_OF("pages/how-policies-are-made.md", pages_how_policies_are_made_md),
    FILE_OF("templates/bigsearch.mustache", templates_bigsearch_mustache),
    FILE_OF("templates/changelist.mustache", templates_changelist_mustache),
    FILE_OF("templates/footer-links.mustache", templates_footer_links_mustache),
    FILE_OF("templates/footer.mustache", templates_footer_mustache),
    FILE_OF("templates/head.mustache", templates_head_mustache),
    FILE_OF("templates/header.mustache", templates_header_mustache),
    FILE_OF("templates/help-404.mustache", templates_help_404_mustache),
    FILE_OF("templates/help-article.mustache", templates_help_article_mustache),
    FILE_OF("templates/help-az.mustache", templates_help_az_mustache),
    FILE_OF("templates/help-changes.mustache", templates_help_changes_mustache),
    FILE_OF("templates/help-home.mustache", templates_help_home_mustache),
    FILE_OF("templates/help-page.mustache", templates_help_page_mustache),
    FILE_OF("templates/help-search.mustache", templates_help_search_mustache),
    FILE_OF("templates/help-theme.mustache", templates_help_theme_mustache),
    FILE_OF("templates/letter-dark.mustache", templates_letter_dark_mustache),
    FILE_OF("templates/letter-styles.json", templates_letter_styles_json),
    FILE_OF("templates/letter.mustache", templates_letter_mustache),
    FILE_OF("templates/mail-gallery.mustache", templates_mail_gallery_mustache),
    FILE_OF("templates/mail-page.mustache", templates_mail_page_mustache),
    FILE_OF("templates/mod-calibration.mustache", templates_mod_calibration_mustache),
    FILE_OF("templates/mod-emails.mustache", templates_mod_emails_mustache),
    FILE_OF("templates/mod-home.mustache", templates_mod_home_mustache),
    FILE_OF("templates/mod-round.mustache", templates_mod_round_mustache),
    FILE_OF("templates/mod-workflow.mustache", templates_mod_workflow_mustache),
    FILE_OF("templates/toc.mustache", templates_toc_mustache),
};

size_t bylaw_theme_count(void) { return sizeof files / sizeof files[0]; }

struct bylaw_theme_file bylaw_theme_file(size_t index) { return files[index]; }
