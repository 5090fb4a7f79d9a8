extension SoundSample {
  /// The e-mails of the five actions, each with its heading.
  package static let letters = [
    """
    ### Notification

    - **Subject:** About something that you posted
    - **Preview:** Your account stays active. There is one small thing to put right.
    - **Says:** stays-active, reply

    Hello {{customer.first_name}},

    We are writing about one of your posts. Nothing is restricted, and your account stays active.

    - **What we saw:** on {{case.opened_at}} we opened a case. {{case.facts}}
    - **Please do this:** {{lift.steps}}

    Advertising is welcome where people ask for it: [the rule has examples]({{rule.url}}).

    Did we misread it? Reply to this e-mail: your reply reaches the team that handles your case.
    """,
    """
    ### Warning

    - **Subject:** A warning about advertising
    - **Preview:** Your account stays active. Here is what we saw, and what to do now.
    - **Says:** stays-active, reply, contest

    Hello {{customer.first_name}},

    This is a warning about advertising. Your account stays active.

    - **What we saw:** on {{case.opened_at}} we opened a case. {{case.facts}}
    - **The rule:** {{rule.id}}, [in our help centre]({{rule.url}}). {{rule.why}}

    {{#lift.steps}}

    **Please change this:** {{lift.steps}}

    {{/lift.steps}}

    **If it happens again:** {{recurrence.next}}

    If you think that this is a mistake, reply to this e-mail by {{appeal.deadline}}. Your reply
    reaches the team that handles your case, and another person reads it again.
    """,
    """
    ### Restriction

    - **Subject:** Your account is restricted: how to lift it
    - **Preview:** What stops, what still works, and the steps that end the restriction.
    - **Says:** reply, contest

    Hello {{customer.first_name}},

    From {{action.effective_at}} your account is restricted. You end it with the steps below.

    - **What we found:** on {{case.opened_at}} we opened a case. {{case.facts}}
    - **The rule:** {{rule.id}}, [in our help centre]({{rule.url}}). {{rule.why}}
    - **How we used automation:** {{automation.statement}}
    - **Stops:** {{action.stops}}
    - **Still works:** {{action.keeps}}

    To lift the restriction:

    1. {{lift.steps}}
    2. [Recommit to the terms]({{lift.recommit_url}})

    **If it happens again:** {{recurrence.next}}

    If you think that this is a mistake, reply to this e-mail by {{appeal.deadline}}. Your reply
    reaches the team that handles your case, and another person reads it again.
    """,
    """
    ### Timed restriction

    - **Subject:** Your account is restricted for a set time
    - **Preview:** What stops, what still works, and the day on which it ends by itself.
    - **Says:** reply, contest

    Hello {{customer.first_name}},

    From {{action.effective_at}} your account is restricted. It ends by itself on {{action.ends_at}}.

    - **What we found:** on {{case.opened_at}} we opened a case. {{case.facts}}
    - **The rule:** {{rule.id}}, [in our help centre]({{rule.url}}). {{rule.why}}
    - **How we used automation:** {{automation.statement}}
    - **Stops:** {{action.stops}}
    - **Still works:** {{action.keeps}}

    **If it happens again:** {{recurrence.next}}

    If you think that this is a mistake, reply to this e-mail by {{appeal.deadline}}. Your reply
    reaches the team that handles your case, and another person reads it again.
    """,
    """
    ### Block

    - **Subject:** Your account is blocked
    - **Preview:** Why we decided so, what it means for your data, and how to contest it.
    - **Says:** reply, contest

    Hello {{customer.first_name}},

    From {{action.effective_at}} your account is blocked: you can no longer use it.

    - **What we found:** on {{case.opened_at}} we opened a case. {{case.facts}}
    - **The rule:** {{rule.id}}, [in our help centre]({{rule.url}}). {{rule.why}}
    - **Why we chose a block:** {{action.ground}}
    - **How we used automation:** {{automation.statement}}
    - **Stops:** {{action.stops}}
    - **What remains yours:** {{action.keeps}}

    If you think that this is a mistake, reply to this e-mail by {{appeal.deadline}}. Your reply
    reaches the team that handles your case, and another person reads it again.
    """,
  ]
}
