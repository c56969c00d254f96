"""The page of a campaign: one static file with what is asked and a form, made from what everybody may see."""

from clarion.publish.campaigns.page import CampaignPage, to_page, words_of_frame

__all__ = ["CampaignPage", "to_page", "words_of_frame"]
