/// The letters for outcomes that neither a policy nor `common.md` has.
///
/// Each says what the content matrix asks of its kind, in words that fit any organisation, and uses
/// no other variables than the built-in ones. To whom a reply goes stands in the footer of every
/// letter. They are read as any other letter is, by the reader of policies: put front-matter with
/// `id: common` before ``markdown`` and read it as the common file.
package enum BuiltInMessages {
  /// The whole part *E-mails* of a file.
  package static let markdown = """
    ## E-mails

    ### Education

    - **Subject:** A rule to know about before it applies
    - **Preview:** Nothing is wrong with your account. Here is a rule, and when it begins.
    - **Says:** reply, recurrence

    Hello {{customer.first_name}},

    We are writing before anyone runs into this rule. Nothing is wrong with your account,
    and there is nothing you need to answer.

    **The rule:** {{rule.id}}, [{{rule.title}}]({{rule.url}})

    **It applies from:** {{action.effective_at}}

    The page says what is allowed and what is not, with examples.

    If something happens after that day that the rule does not allow, we look into it first.
    What follows depends on how serious it is, and if it happens again, the next step is a
    firmer one.

    Is anything unclear? Reply to this e-mail and ask us.

    ### Restriction lifted

    - **Subject:** Your restriction is lifted
    - **Preview:** Everything that was stopped works again. Here is what to know.
    - **Says:** stays-active, reply, recurrence

    Hello {{customer.first_name}},

    The restriction on your account is lifted from {{action.effective_at}}. What was stopped
    works again, and your account stays active.

    If the same thing happens again, we look into it as before. We then also weigh this
    restriction, so that the next step would be a firmer one.

    If something still does not work, reply to this e-mail and tell us.

    ### Reminder

    - **Subject:** Your restriction ends soon
    - **Preview:** It ends by itself at the time we named. There is nothing you need to do.
    - **Says:** reply

    Hello {{customer.first_name}},

    The restriction on your account ends on {{action.ends_at}}. It ends by itself: there is
    nothing you need to do.

    If something does not work after that time, reply to this e-mail and tell us.

    ### Appeal granted

    - **Subject:** We looked again and changed our decision
    - **Preview:** You wrote to us, and we agree. Here is what changes and from when.
    - **Says:** stays-active, reply

    Hello {{customer.first_name}},

    You asked us to look again. We did, and we have reversed our decision. We are sorry for
    the trouble it caused you.

    **What the case was about:** on {{case.opened_at}} we opened a case. {{case.facts}}

    **Why we changed our decision:** {{decision.explanation}}

    **What happens now:** from {{action.effective_at}} everything that we had stopped works
    again, and your account stays active. This case does not count in any later decision.

    If something is still missing, reply to this e-mail and tell us.

    ### Appeal denied

    - **Subject:** We looked again: our decision stands
    - **Preview:** Here are the reasons, what still works, and where you can turn next.
    - **Says:** reply

    Hello {{customer.first_name}},

    You asked us to look again, and we read the whole case. Our decision stands. Here is
    why.

    **What the case is about:** on {{case.opened_at}} we opened a case. {{case.facts}}

    **The rule:** {{rule.id}}, [{{rule.title}}]({{rule.url}}). {{rule.why}}

    **How we weighed what you told us:** {{decision.explanation}}

    **How we used automation:** {{automation.statement}}

    What this means for you:

    - **Still stopped:** {{action.stops}}
    - **Still works:** {{action.keeps}}

    **If you still disagree:** {{redress.next}}

    If you have something new that we have not seen, reply to this e-mail and send it to us.

    ### Policy change

    - **Subject:** A rule changes: please read before it applies
    - **Preview:** What changes, from which day, and what you can do if you disagree.
    - **Says:** reply

    Hello {{customer.first_name}},

    We are changing one of our rules.

    **What changes:** {{change.summary}}

    **From when:** {{change.effective_at}}. Until that day the present rule applies.

    **What you can do:** {{change.leave}}

    Do you have a question? Reply to this e-mail and ask us.

    """
}
