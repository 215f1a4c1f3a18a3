from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0006_help_texts'),
    ]

    operations = [
        migrations.AddField(
            model_name='contactpage',
            name='content_owner',
            field=models.CharField(blank=True, help_text='The person or team who looks after this page; shown at its foot.', max_length=120, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='contactpage',
            name='review_due',
            field=models.DateField(blank=True, help_text='When to read it through again.', null=True, verbose_name='next review'),
        ),
        migrations.AddField(
            model_name='contactpage',
            name='reviewed_on',
            field=models.DateField(blank=True, help_text='When somebody last read it through and found it right.', null=True, verbose_name='last reviewed'),
        ),
    ]
